#include "bundle/read/json_value.h"

#include <doctest/doctest.h>

namespace broadsheet::bundle {

TEST_CASE("missing values and wrong types read as defaults") {
    const ParsedJson parsed(
        R"({"t":"text","n":7,"low":-3,"high":99999999999,"part":1.5,"a":[1,"two",[3]],"o":{"x":"y","z":2}})",
        "sample");
    REQUIRE(parsed.error().empty());
    const JsonValue root = parsed.root();
    CHECK(root.member("t").text() == "text");
    CHECK(root.member("t").number(5) == 5);
    CHECK(root.member("n").text().empty());
    CHECK(root.member("n").number() == 7);
    CHECK(root.member("n").number(1, 8) == 1);
    CHECK(root.member("n").number(1, 0, 6) == 1);
    CHECK(root.member("low").number(1, -5) == -3);
    CHECK(root.member("low").number(1) == 1);
    CHECK(root.member("high").number(4) == 4);
    CHECK(root.member("part").number(4) == 4);

    const JsonValue array = root.member("a");
    CHECK(array.size() == 3);
    CHECK(array[1].text() == "two");
    CHECK_FALSE(array[3].exists());
    CHECK(array[2][0].number() == 3);
    int count = 0;
    for (const JsonValue each : array) count += each.exists() ? 1 : 100;
    CHECK(count == 3);
    // A text is not an array of letters, nor an object an array of values.
    CHECK(root.member("t").size() == 0);
    for (const JsonValue each : root.member("o")) CHECK_FALSE(each.exists());

    const auto members = root.member("o").members();
    REQUIRE(members.size() == 2);
    CHECK(members[0].first == "x");
    CHECK(members[0].second.text() == "y");
    CHECK(array.members().empty());

    const JsonValue nothing = root.member("none");
    CHECK_FALSE(nothing.exists());
    CHECK_FALSE(nothing.member("more").member("and more").exists());
    CHECK(nothing[2].text().empty());
    CHECK_FALSE(nothing.is_text());
    CHECK_FALSE(nothing.is_number());
    CHECK_FALSE(nothing.is_array());
    CHECK_FALSE(nothing.is_object());
}

TEST_CASE("a file that is not an object gives an error") {
    CHECK(ParsedJson("{\"a\":", "list data").error() ==
          "The list data is damaged or was cut short.");
    CHECK(ParsedJson("[1]", "list data").error() == "The list data is not what it should be.");
    CHECK_FALSE(ParsedJson("[1]", "list data").root().member("a").exists());
    CHECK_FALSE(ParsedJson("", "list data").error().empty());
}

}  // namespace broadsheet::bundle
