#include "model/utf8.h"

#include <doctest/doctest.h>

namespace broadsheet::model {

TEST_CASE("one line of text") {
    CHECK(one_line("plain", 100) == "plain");
    CHECK(one_line("a\tb\r\nc\x1f\x7f", 100) == "a b  c  ");
    CHECK(one_line("torn \xFF byte", 100) == "torn \xEF\xBF\xBD byte");
    CHECK(one_line("abcdef", 3) == "abc");
    CHECK(one_line("aé", 2) == "aé");  // no code point is cut
}

}  // namespace broadsheet::model
