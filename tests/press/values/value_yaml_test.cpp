// YAML that is read, although it looks like a common mistake.
#include <doctest/doctest.h>

#include <string>

#include "press/values/value.h"

namespace broadsheet::press {

TEST_CASE("unusual but correct YAML is read") {
    for (const std::string text :
         {"a:b: 1\nkey: 2\n", "::\n", "key: [a,\nb]\nnext: c\n", "key: [a, [b],\nc]\nnext: d\n",
          "key: \"It's\ngood\"\nnext: d\n", "key: |\n  text\n  more: text\nnext: d\n",
          "key: text\n  goes on\nnext: d\n", "# comment\nkey: 1\n", "my key: 1\nother:\n",
          "key:\n- a\n- b\nnext: c\n", "\"quoted: key\": 1\n", "key: {a: 1,\nb: 2}\nnext: c\n",
          "key:\t1\n", "t\u00EDtulo: x\n", "? a\n: b\n"}) {
        CAPTURE(text);
        const Parsed parsed = parse_yaml(text, 1);
        CHECK(!parsed.error);
        CHECK(parsed.warnings.empty());
    }
}

TEST_CASE("messages name the mistake, its line and its remedy") {
    struct Case {
        const char* text;
        int line;
        const char* message;
    };
    for (const Case& each : {
             Case{"title: 'it's'\nb: 1\n", 1,
                  "text follows the quote that ends the value; write '' for each ' within single "
                  "quotes"},
             Case{"title: \"A\" B\nb: 1\n", 1,
                  "text follows the quote that ends the value; put the whole value in quotes, and "
                  "write \\\" for those in it"},
             Case{"title: A\n  subtitle: B\n", 2,
                  "this field is indented, so it continues the value above; remove the spaces "
                  "before it, or put the whole value in quotes"},
             Case{"a: 1\nurl: \"C:\\path\"\n", 2,
                  "a backslash in double quotes begins an escape, and this one is unknown; put the "
                  "value in single quotes, or double each backslash"},
             Case{"title: A\n- item\nb: 1\n", 2,
                  "this list item belongs to no field; write the name of its field and a colon "
                  "above the list"},
             Case{"title: [Review] Film\nb: 1\n", 1,
                  "text follows the bracket that ends the value; put the whole value in quotes"},
             Case{"tags:\n  -a\n  - b\n", 2,
                  "a list item has no space after its dash; write \"- a\""},
             Case{"tags:\n  - a\n  -b\nx: 1\n", 3,
                  "a list item has no space after its dash; write \"- b\""},
             Case{"a: 1\n<<<<<<< HEAD\nb: 1\n=======\nb: 2\n>>>>>>> x\n", 2,
                  "this is a conflict mark of a version control system; choose one of the two "
                  "versions, and remove the marks"},
         }) {
        CAPTURE(each.text);
        const Parsed parsed = parse_yaml(each.text, 1);
        REQUIRE(parsed.error);
        CHECK(parsed.error->position.line == each.line);
        CHECK(parsed.error->what + "; " + parsed.error->remedy == each.message);
    }
}

TEST_CASE("a field without a space after its colon is a warning where it could be a text") {
    const Parsed parsed = parse_yaml("image:\n  src:a.jpg\n", 1);
    REQUIRE(parsed.warnings.size() == 1);
    CHECK(parsed.warnings[0].position == Position{2, 6});
    CHECK(parsed.warnings[0].what == "there is no space after the colon");
    CHECK(parsed.warnings[0].remedy == "write `src: a.jpg`, or put it in quotes");
    for (const char* text :
         {"a:\n  https://a.example/\n", "a:\n  mailto:a@a.example\n", "a:\n  \"src:a.jpg\"\n",
          "a:\n  10:30\n", "a: src:a.jpg\n", "a:\n  words: x\n", "a: |\n  src:a.jpg\n  -b\n",
          "a:\n  -5\n", "a:\n  - b -c\n", "a: [b,\n -c]\n", "a:\n  - |\n    b\n    -c\n"}) {
        CAPTURE(text);
        const Parsed other = parse_yaml(text, 1);
        CHECK(!other.error);
        CHECK(other.warnings.empty());
    }
}

TEST_CASE("<< merges tables, and members of one's own count") {
    const Value root = parse_yaml(
                           "base: &b {a: 1, c: 2}\nmore: &m {d: 3}\nx:\n  <<: *b\n  c: 9\n"
                           "y: {<<: [*b, *m]}\nz: {<<: text}\n",
                           1)
                           .root;
    const auto text = [&](const char* table, const char* name) {
        return text_member(*root.find(table), name);
    };
    CHECK(text("x", "a") == "1");
    CHECK(text("x", "c") == "9");
    CHECK(text("x", "<<").empty());
    CHECK(text("y", "c") == "2");
    CHECK(text("y", "d") == "3");
    CHECK(text("z", "<<") == "text");
}

}  // namespace broadsheet::press
