#include "press/values/source.h"

#include <doctest/doctest.h>

#include <string>

#include "press/values/value.h"

using namespace broadsheet::press;

TEST_CASE("files are read in every encoding that editors write") {
    CHECK(decode_text("plain \u00e9").text == "plain \u00e9");
    CHECK(decode_text("\xEF\xBB\xBF---\r\na\r\n").text == "---\na\n");
    CHECK(decode_text("a\rb").text == "a\nb");
    CHECK(decode_text(std::string("\xFF\xFE"
                                  "a\0\x2F\x66\r\0\n\0b\0",
                                  12))
              .text == "a\u662F\nb");
    CHECK(decode_text(std::string("\xFE\xFF\0a\xD8\x3D\xDE\x80", 8)).text == "a\U0001F680");
    CHECK(decode_text("").text.empty());
}

TEST_CASE("invalid UTF-8 is an error with its position") {
    const Decoded decoded = decode_text("ab\ncd\xFFz");
    REQUIRE(decoded.error);
    CHECK(decoded.error->position == Position{2, 3});
    CHECK(decoded.error->what == "byte 5 is not UTF-8");
    CHECK(decode_text("\xC0\xAF").error);      // overlong
    CHECK(decode_text("\xED\xA0\x80").error);  // a surrogate
    CHECK(decode_text("\xE2\x82").error);      // cut short
}

TEST_CASE("an incomplete UTF-16 character is an error with its position") {
    for (const std::string& rest : {std::string("\x3D\xD8", 2), std::string("\x80\xDE", 2),
                                    std::string("\x3D\xD8x\0", 4), std::string("x", 1)}) {
        const Decoded decoded = decode_text(std::string("\xFF\xFE"
                                                        "a\0\n\0b\0",
                                                        8) +
                                            rest);
        REQUIRE(decoded.error);
        CHECK(decoded.error->position == Position{2, 2});
        CHECK(decoded.error->what == "byte 8 starts an incomplete UTF-16 character");
    }
}

TEST_CASE("front matter ends at its delimiter") {
    const Split yaml = split_front_matter("---\ntitle: a\n---\nbody\n");
    CHECK(yaml.dialect == Dialect::yaml);
    CHECK(yaml.front_matter == "title: a\n");
    CHECK(yaml.body == "body\n");
    CHECK(yaml.front_matter_line == 2);
    CHECK(split_front_matter("---  \na: b\n...\nx").body == "x");
    CHECK(split_front_matter("---\n---\nx").body == "x");
    CHECK(split_front_matter("---\n---").body.empty());
    const Split toml = split_front_matter("+++\na = 1\n+++\nx");
    CHECK(toml.dialect == Dialect::toml);
    CHECK(toml.front_matter == "a = 1\n");
    const Split json = split_front_matter("{\n  \"a\": \"}\\\"\"\n}\nx");
    CHECK(json.dialect == Dialect::json);
    CHECK(json.body == "x");
    CHECK(split_front_matter("{}\nx").body == "x");
}

TEST_CASE("front matter may name its syntax, as the library gray-matter reads it") {
    const Split toml = split_front_matter("---toml\ndraft = true\n---\nx");
    CHECK(toml.dialect == Dialect::toml);
    CHECK(toml.front_matter == "draft = true\n");
    CHECK(toml.body == "x");
    CHECK(split_front_matter("--- json\n{\"draft\": true}\n---\nx").dialect == Dialect::json);
    CHECK(split_front_matter("---yaml\ndraft: true\n---\nx").dialect == Dialect::yaml);
}

TEST_CASE("Hexo's members of JSON need no braces") {
    const Split split = split_front_matter("\"title\": \"A\",\n\"draft\": true\n;;;\nx");
    CHECK(split.dialect == Dialect::json);
    CHECK(split.body == "x");
    const Parsed parsed = parse_values(split.front_matter, split.dialect, split.front_matter_line);
    REQUIRE(!parsed.error);
    CHECK(text_member(parsed.root, "title") == "A");
    CHECK(parsed.root.find("draft")->boolean);
    CHECK(split_front_matter("\"A quote\": so it begins.\n").dialect == Dialect::none);
}

TEST_CASE("what is nearly JSON is an error, not text") {
    for (const char* text :
         {"{\n'title': 'A',\n'draft': true\n}\nx", "{\n// draft\n\"draft\": true\n}\nx",
          "{\n  title: 'A',\n  draft: true\n}\nx"}) {
        CAPTURE(text);
        const Split split = split_front_matter(text);
        CHECK(split.dialect == Dialect::json);
        CHECK(parse_values(split.front_matter, split.dialect).error);
    }
    CHECK(split_front_matter("{\nWords in braces.\n}\n").dialect == Dialect::none);
}

TEST_CASE("signs without width before the first character are removed") {
    for (const char* text :
         {"\xEF\xBB\xBF\xEF\xBB\xBF---\n", "\xE2\x80\x8B---\n", "\xEF\xBB\xBF\xE2\x81\xA0---\n"}) {
        CHECK(decode_text(text).text == "---\n");
    }
}

TEST_CASE("text that only looks like front matter is body") {
    for (const char* text : {"plain", "", "----\na\n", "--- a\n---\n", "{{< figure >}}",
                             "{% raw %}", "---\n\nA paragraph after a line.\n", "+ item"}) {
        INFO(text);
        const Split split = split_front_matter(text);
        CHECK(split.dialect == Dialect::none);
        CHECK(split.body == text);
        CHECK(!split.error);
    }
}
