#include "press/articles/author_hints.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

std::string told(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        out += std::to_string(each.position.line) + " " + each.what + "; " + each.remedy + "\n";
    }
    return out;
}

std::string slips(const std::string& body) {
    Article article;
    article.text = "---\n---\n" + body;
    article.body_offset = 8;
    return told(find_text_slips(article));
}

std::string file_slips(const std::string& name, const std::string& text, std::size_t body = 0) {
    Article article;
    article.file.path = name;
    article.text = text;
    article.body_offset = body;
    report_file_slips(article);
    return told(article.diagnostics);
}

}  // namespace

TEST_CASE("a code block that is not closed is told of") {
    CHECK(slips("a\n\n```python\nx\n") ==
          "5 the code block that begins here is not closed; add a line with only ``` after the "
          "code\n");
    CHECK(slips("````\n```\n````\n").empty());
    CHECK(slips("~~~~\n```\n~~~\n") ==
          "3 the code block that begins here is not closed; add a line with only ~~~~ after the "
          "code\n");
    CHECK(slips("```a`b``` is code in a line\n").empty());
    CHECK(slips("```\n``` no end\n") != "");
}

TEST_CASE("what reads like a table and is none is told of") {
    CHECK(slips("| A | B |\n| 1 | 2 |\n") ==
          "3 this reads like a table, but has no line of dashes; put |---|---| below its first "
          "line\n");
    CHECK(slips("text\n\n| A | B |\n|---|\n| 1 | 2 |\n") ==
          "5 the head of the table has 2 cells, the line of dashes 1; make them as many; until "
          "then this is no table\n");
    for (const char* right : {"| A | B |\n|---|:-:|\n| 1 |\n", "| A | B\n|---|---\n", "| A |\n",
                              "    | A | B |\n    | 1 | 2 |\n", "```\n| A | B |\n| 1 | 2 |\n```\n",
                              "a |b| c\n| d | e |\n"}) {
        CHECK(slips(right) == "");
    }
}

TEST_CASE("an address with a space is told of") {
    CHECK(slips("Text ![a boat](my boat.png) and [so](../other text.md).\n") ==
          "3 an address ends at its first space, so this is no link and no picture; put it between "
          "< and >: (<my boat.png>)\n"
          "3 an address ends at its first space, so this is no link and no picture; put it between "
          "< and >: (<../other text.md>)\n");
    for (const char* right :
         {"![a](<my boat.png>)\n", "![a](boat.png \"A boat.png\")\n", "`![a](my boat.png)`\n",
          "    ![a](my boat.png)\n", "f[i](two words)\n", "![a]( boat.png )\n", "[x](a b.md\n",
          "```\n![a](my boat.png)\n```\n"}) {
        INFO(right);
        CHECK(slips(right) == "");
    }
}

TEST_CASE("front matter without its delimiters is told of") {
    CHECK(file_slips("a.md", "Title: A\ndate: 2024-01-01\n\nText\n") ==
          "1 this reads like front matter, but is taken for text; put a line with only --- before "
          "its first line and after its last\n");
    CHECK(file_slips("a.md", "Title: one line alone is a sentence\n\nText\n").empty());
    for (const char* first : {"--", "----", "—", "====", "++ "}) {
        INFO(first);
        CHECK(file_slips("a.md", std::string(first) + "\ntitle: A\n---\n\nText\n") ==
              "1 this reads like front matter, but is taken for text; its first line must be --- "
              "and nothing else\n");
    }
    CHECK(file_slips("a.md", "----\n\ntitle: A\n").empty());
    CHECK(file_slips("a.md", "-- x\ntitle: A\n").empty());
    CHECK(file_slips("a.md", "Note: this\ntags: that\n").empty());
}

TEST_CASE("a day that no calendar has is told of") {
    CHECK(file_slips("posts/2026-13-01-x.md", "Text") ==
          "0 no calendar has the day 2026-13-01 that the file's name begins with; name the file as "
          "2025-07-14-x.md\n");
    CHECK(file_slips("2026-02-30-x.md", "") != "");
    CHECK(file_slips("2026-02-3-x.md", "").empty());
    CHECK(file_slips("1234-56-78", "").empty());
}

TEST_CASE("addresses without their beginning are known") {
    CHECK(remedy_of_target("example.com/a?b") == "write https://example.com/a?b");
    CHECK(remedy_of_target("foo@example.com") == "write mailto:foo@example.com");
    for (const char* other :
         {"a.md", "b.png", "/a.com", "../a.com", "#a.com", "name", "v1.2", "a.", "page.html"}) {
        CHECK(!remedy_of_target(other));
    }
}

}  // namespace broadsheet::press
