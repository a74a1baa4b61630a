#include "strings/escape.h"

#include <doctest/doctest.h>

namespace broadsheet::strings {

TEST_CASE("text is escaped for content and attributes") {
    std::string html;
    append_html(html, "<a b=\"c\"> & d'");
    CHECK(html == "&lt;a b=&quot;c&quot;&gt; &amp; d'");
}

TEST_CASE("characters that XML does not allow are removed") {
    std::string xml;
    append_xml(xml,
               "\x01"
               "a\t<\x1F\xEF\xBF\xBE\xEF\xBF\xBF&\xEF\xBF\xBD\xEF");
    CHECK(xml == "a\t&lt;&amp;\xEF\xBF\xBD\xEF");
}

TEST_CASE("each of a text's parts is replaced once") {
    std::string text = "{a}/{a}/{b}";
    replace_all(text, "{a}", "x{a}");
    CHECK(text == "x{a}/x{a}/{b}");
    replace_all(text, "{c}", "y");
    CHECK(text == "x{a}/x{a}/{b}");
}

TEST_CASE("a character is replaced by a text") {
    CHECK(replaced("a<b<", '<', "\\u003c") == "a\\u003cb\\u003c");
    CHECK(replaced("", '<', "x").empty());
}

}  // namespace broadsheet::strings
