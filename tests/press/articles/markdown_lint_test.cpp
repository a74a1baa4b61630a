#include "press/articles/markdown_lint.h"

#include <doctest/doctest.h>

#include <string>

namespace broadsheet::press {

namespace {

std::string messages_of(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& each : diagnostics) {
        out += std::to_string(each.position.line) + " " + each.what + "; " + each.remedy + "\n";
    }
    return out;
}

std::string mistakes(const std::string& body) {
    Article article;
    article.text = "---\n---\n" + body;
    article.body_offset = 8;
    return messages_of(find_text_mistakes(article));
}

std::string file_mistakes(const std::string& name, const std::string& text, std::size_t body = 0) {
    Article article;
    article.file.path = name;
    article.text = text;
    article.body_offset = body;
    report_file_mistakes(article);
    return messages_of(article.diagnostics);
}

}  // namespace

TEST_CASE("an unclosed code block is reported") {
    CHECK(mistakes("a\n\n```python\nx\n") ==
          "5 the code block that starts here is not closed; add a line with only ``` after the "
          "code\n");
    CHECK(mistakes("````\n```\n````\n").empty());
    CHECK(mistakes("~~~~\n```\n~~~\n") ==
          "3 the code block that starts here is not closed; add a line with only ~~~~ after the "
          "code\n");
    CHECK(mistakes("```a`b``` is code in a line\n").empty());
    CHECK(mistakes("- ```\n  x\n  ```\n\n1. ~~~\n   - ```\n   ~~~\n").empty());
    CHECK(mistakes("- ```\n  x\n") != "");
    CHECK(mistakes("```\n``` no end\n") != "");
}

TEST_CASE("cells that have no column are reported") {
    const std::string table = "text\n| a | b |\n|---|:-:|\n";
    CHECK(file_mistakes("a.md", table + "| 1 | 2 |\n| 3 | 4 | 5 |\n") ==
          "5 this row has 3 cells, but its table has 2 columns, so the last ones are not shown; "
          "add them to the first row, or write \\| for a | that is text\n");
    CHECK(!file_mistakes("a.md", "a | b\n-- | --\n1 | 2 | 3\n").empty());
    for (const char* rows : {"| 1 |\n", "1 | 2\n", "| 1 \\| x | `a\\|b` |\n", "\n| 1 | 2 | 3 |\n",
                             "> | 1 | 2 | 3 |\n", "```\n| 1 | 2 | 3 |\n```\n"}) {
        CAPTURE(rows);
        CHECK(file_mistakes("a.md", table + rows).empty());
    }
    CHECK(file_mistakes("a.md", table + "| $|x|$ | 2 |\n| $5 | $6 |\n").empty());
    CHECK(!file_mistakes("a.md", table + "| $5 | $6 | $7 |\n").empty());
    CHECK(file_mistakes("a.md", "| a | b | c |\n|---|---|\n| 1 | 2 | 3 |\n").empty());
}

TEST_CASE("shortcodes-in-cells: pipes within shortcodes separate no cells") {
    const std::string table = "text\n| a | b |\n|---|:-:|\n";
    for (const char* rows : {"| {{< note >}}in | cell{{< /note >}} | 2 |\n",
                             "| {{% a.b x=\"1 | 2\" %}}p | q{{%/a.b%}} | 2 |\n",
                             "| {{ icon(name=\"a|b\") }} | 2 |\n", "| {{< a >}} | {{< b >}} |\n"}) {
        CAPTURE(rows);
        CHECK(file_mistakes("a.md", table + rows).empty());
    }
    CHECK(!file_mistakes("a.md", table + "| {{< a >}} | {{< b >}} | 3 |\n").empty());
    CHECK(!file_mistakes("a.md", table + "| {{< a | b | c |\n").empty());
}

TEST_CASE("a table without a valid delimiter row is reported") {
    CHECK(
        mistakes("| A | B |\n| 1 | 2 |\n") ==
        "3 this looks like a table, but has no delimiter row; put |---|---| below its first row\n");
    CHECK(mistakes("text\n\n| A | B |\n|---|\n| 1 | 2 |\n") ==
          "5 the table header has 2 cells, but the delimiter row has 1; use the same number, or "
          "Markdown will not treat this as a table\n");
    for (const char* right : {"| A | B |\n|---|:-:|\n| 1 |\n", "| A | B\n|---|---\n", "| A |\n",
                              "    | A | B |\n    | 1 | 2 |\n", "```\n| A | B |\n| 1 | 2 |\n```\n",
                              "a |b| c\n| d | e |\n"}) {
        CHECK(mistakes(right) == "");
    }
}

TEST_CASE("a link target with a space is reported") {
    CHECK(mistakes("Text ![a boat](my boat.png) and [so](../other text.md).\n") ==
          "3 the link target contains a space, so Markdown will not treat this as a link; put it "
          "in angle brackets: (<my boat.png>)\n"
          "3 the link target contains a space, so Markdown will not treat this as a link; put it "
          "in angle brackets: (<../other text.md>)\n");
    for (const char* right :
         {"![a](<my boat.png>)\n", "![a](boat.png \"A boat.png\")\n", "`![a](my boat.png)`\n",
          "    ![a](my boat.png)\n", "f[i](two words)\n", "![a]( boat.png )\n", "[x](a b.md\n",
          "```\n![a](my boat.png)\n```\n"}) {
        INFO(right);
        CHECK(mistakes(right) == "");
    }
}

TEST_CASE("front matter in a patch, a quotation or a code block is an error") {
    const std::string fields = "title: A\ndraft: true\n";
    const std::string what = "1 the front matter ";
    CHECK(file_mistakes("a.md", "+---\n+title: A\n+---\n+x\n") ==
          what +
              "has a + before each line, as in a patch; remove the first character of each line\n");
    for (const char* removed : {"----\n-title: A\n----\n-x\n", "-+++\n-title = 'A'\n-+++\n-x\n"}) {
        CHECK(file_mistakes("a.md", removed) ==
              what +
                  "has a - before each line, as in a patch; remove the first character of each "
                  "line\n");
    }
    CHECK(file_mistakes("a.md", "> ---\n> title: A\n> ---\n>\n> x\n") ==
          what + "is a quotation; remove the > before each line\n");
    CHECK(file_mistakes("a.md", "```yaml\n---\n" + fields + "---\n```\nx\n") ==
          what + "is in a code block; remove the lines of ``` around it\n");
    CHECK(file_mistakes("a.md", "---\n---\n" + fields + "---\nx\n", 8) ==
          "2 the front matter is not at the top of the file; move it to the first line\n");
    CHECK(file_mistakes("a.md", "# Help\n\n```\n---\n" + fields + "---\n```\n").empty());
    CHECK(file_mistakes("a.md", "> Note: this\n> title: that\n").empty());
}

TEST_CASE("front matter in two blocks, or in another language, is an error") {
    const std::string first = "---\nlayout: post\n---\n";
    CHECK(file_mistakes("a.md", first + "\n---\ntitle: A\ndraft: true\n---\nx\n", first.size()) ==
          "5 the front matter is in two blocks; move the fields of this one into the first\n");
    CHECK(file_mistakes("a.md", first + "{\"title\": \"A\"}\nx\n", first.size()) ==
          "4 the front matter is in two blocks; move the fields of this one into the first\n");
    CHECK(
        file_mistakes("a.md", first + "---\nA text between lines.\n\n---\n", first.size()).empty());
    CHECK(file_mistakes("a.md", "---js\nmodule.exports = { draft: true }\n---\nx\n") ==
          "1 front matter in the language \"js\" is not read; write it in YAML, between two lines "
          "of ---\n");
    CHECK(file_mistakes("a.md", "--- a line ---\n\nx\n").empty());
}

TEST_CASE("front matter that says draft is never text") {
    Article article;
    article.text = "----\ntitle: A\ndraft: true\n----\nx\n";
    report_file_mistakes(article);
    REQUIRE(article.diagnostics.size() == 1);
    CHECK(article.diagnostics[0].severity == Severity::error);
    article = {};
    article.text = "title: A\npublished: false\n\nx\n";
    report_file_mistakes(article);
    REQUIRE(article.diagnostics.size() == 1);
    CHECK(article.diagnostics[0].severity == Severity::error);
    article = {};
    article.text = "Title: A\nDate: 2010-12-03\nStatus: draft\n\nx\n";  // as Pelican has it
    report_file_mistakes(article);
    REQUIRE(article.diagnostics.size() == 1);
    CHECK(article.diagnostics[0].severity == Severity::error);
}

TEST_CASE("front matter without delimiters is reported") {
    CHECK(file_mistakes("a.md", "Title: A\ndate: 2024-01-01\n\nText\n") ==
          "1 this looks like front matter, but is treated as text; add a line with only --- before "
          "the first field and after the last\n");
    CHECK(file_mistakes("a.md", "Title: one line alone is a sentence\n\nText\n").empty());
    for (const char* first : {"--", "----", "—", "====", "++ "}) {
        INFO(first);
        CHECK(file_mistakes("a.md", std::string(first) + "\ntitle: A\n---\n\nText\n") ==
              "1 this looks like front matter, but is treated as text; the first line must be "
              "exactly ---\n");
    }
    CHECK(file_mistakes("a.md", "----\n\ntitle: A\n").empty());
    CHECK(file_mistakes("a.md", "-- x\ntitle: A\n").empty());
    CHECK(file_mistakes("a.md", "Note: this\ntags: that\n").empty());
}

TEST_CASE("an invalid date in a file name is reported") {
    CHECK(file_mistakes("posts/2026-13-01-x.md", "Text") ==
          "0 the file name starts with 2026-13-01, which is not a valid date; use a name such as "
          "2025-07-14-x.md\n");
    CHECK(file_mistakes("2026-02-30-x.md", "") != "");
    CHECK(file_mistakes("2026-02-3-x.md", "").empty());
    CHECK(file_mistakes("1234-56-78", "").empty());
}

TEST_CASE("targets without a scheme are recognised") {
    CHECK(remedy_of_target("example.com/a?b") == "write https://example.com/a?b");
    CHECK(remedy_of_target("foo@example.com") == "write mailto:foo@example.com");
    for (const char* other : {"a.md", "b.png", "/a.com", "../a.com", "#a.com", "name", "v1.2", "a.",
                              "page.html", "with.js"}) {
        CHECK(!remedy_of_target(other));
    }
}

}  // namespace broadsheet::press
