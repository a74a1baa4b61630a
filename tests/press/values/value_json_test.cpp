// Values of JSON texts and their positions.
#include <doctest/doctest.h>

#include <string>

#include "press/values/value.h"

using namespace broadsheet::press;

TEST_CASE("each value of a JSON text has its own position") {
    const Parsed parsed = parse_json(
        "{ \"a\": 1,\n  \"list\": [\"x\",\n {\"a\": \"\\\"y\"}, 2.50,\n\n\t[true] ],\n\"é\": "
        "{\"ü\": null}}",
        10);
    REQUIRE_FALSE(parsed.error);
    const Value& root = parsed.root;
    REQUIRE(root.members.size() == 3);
    CHECK(root.members[0].position == Position{10, 3});
    CHECK(root.members[0].number == 1);
    const Value& list = root.members[1];
    CHECK(list.position == Position{11, 3});
    REQUIRE(list.items.size() == 4);
    CHECK(list.items[0].position == Position{11, 12});
    CHECK(list.items[0].text == "x");
    CHECK(list.items[1].position == Position{12, 2});
    CHECK(list.items[1].members.at(0).position == Position{12, 3});
    CHECK(list.items[1].members.at(0).text == "\"y");
    CHECK(list.items[2].position == Position{12, 16});
    CHECK(list.items[2].text == "2.5");
    CHECK(list.items[3].position == Position{14, 2});
    CHECK(list.items[3].items.at(0).boolean);
    CHECK(root.members[2].position == Position{15, 1});
    CHECK(root.members[2].members.at(0).position == Position{15, 7});
    CHECK(root.members[2].members.at(0).kind == ValueKind::nothing);
}

TEST_CASE("of two members with one name, the later value counts") {
    const Parsed parsed = parse_json(R"({"a": [1, 2], "b": 3, "a": "x"})", 1);
    REQUIRE(parsed.root.members.size() == 2);
    CHECK(parsed.root.members[0].text == "x");
    CHECK(parsed.root.members[0].items.empty());
}

TEST_CASE("values nested deeper than 32 levels are left empty") {
    std::string text = "{\"a\": ";
    for (int i = 0; i < 100'000; ++i) text += '[';
    text += "1";
    for (int i = 0; i < 100'000; ++i) text += ']';
    const Parsed parsed = parse_json(text + ", \"b\": 2}", 1);
    REQUIRE_FALSE(parsed.error);
    CHECK(parsed.root.members.at(1).number == 2);
    int depth = 0;
    const Value* value = parsed.root.members.data();
    for (; !value->items.empty(); value = value->items.data()) ++depth;
    CHECK(depth == 32);
}

TEST_CASE("other texts than one JSON object are errors") {
    for (const char* text :
         {"", "[1]", "1", "null", "{\"a\": 1} x", "{\"a\": 1e999}", "{\"a\"", "{,}"}) {
        CAPTURE(text);
        CHECK(parse_json(text, 1).error);
    }
    CHECK(parse_json("{\"a\":\n 1e999}", 5).error->position == Position{6, 2});
}
