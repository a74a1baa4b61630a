#include "strings/utf8.h"

#include <doctest/doctest.h>

namespace broadsheet::strings {

TEST_CASE("text is cut at the beginning of a code point") {
    const std::string_view text = "a\u20ACb";
    CHECK(code_point_begin(text, 0) == 0);
    CHECK(code_point_begin(text, 1) == 1);
    CHECK(code_point_begin(text, 2) == 1);
    CHECK(code_point_begin(text, 3) == 1);
    CHECK(code_point_begin(text, 4) == 4);
    CHECK(code_point_begin(text, 5) == 5);
    CHECK(code_point_begin("\x80\x80", 1) == 0);
}

TEST_CASE("text becomes one line") {
    CHECK(one_line("plain", 100) == "plain");
    CHECK(one_line("a\tb\r\nc\x1f\x7f", 100) == "a b  c  ");
    CHECK(one_line("torn \xFF byte", 100) == "torn \xEF\xBF\xBD byte");
    CHECK(one_line("abcdef", 3) == "abc");
    CHECK(one_line("aé", 2) == "aé");  // code points are not split
}

}  // namespace broadsheet::strings
