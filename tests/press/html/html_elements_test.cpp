#include "press/html/html_elements.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("what becomes of HTML elements") {
    CHECK(rule_of("em").treatment == Treatment::node);
    CHECK(rule_of("h3").kind == model::NodeKind::heading);
    CHECK(rule_of("h3").level == 3);
    CHECK(rule_of("script").treatment == Treatment::drop);
    CHECK(rule_of("iframe").treatment == Treatment::frame);
    CHECK(rule_of("video").treatment == Treatment::media);
    CHECK(rule_of("x-unknown").treatment == Treatment::content);
    CHECK(is_known_element("section"));
    CHECK(!is_known_element("string"));
    CHECK(is_void_element("br"));
    CHECK(!is_void_element("b"));
    CHECK(begins_html_block("div"));
    CHECK(!begins_html_block("span"));
    CHECK(may_stay_open("li"));
    CHECK(!may_stay_open("div"));
    CHECK(is_formatting_element("b"));
    CHECK(!is_formatting_element("div"));
}

}  // namespace broadsheet::press
