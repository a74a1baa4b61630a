#include "press/dialects/markdown_lines.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("fenced code is followed line by line") {
    FenceTracker fences;
    CHECK(!fences.is_code("text"));
    CHECK(fences.is_code("````cpp"));
    CHECK(fences.is_open());
    CHECK(fences.length() == 4);
    CHECK(fences.is_code("```"));
    CHECK(fences.is_code("~~~~"));
    CHECK(fences.is_code("`````"));
    CHECK(!fences.is_open());
    CHECK(!fences.is_code("``` not `a fence"));
    CHECK(fences.is_code("    ```"));  // of a list item
}

TEST_CASE("code spans end with as many backticks") {
    CHECK(end_of_code_span("a `b` c", 2) == 5);
    CHECK(end_of_code_span("``a ` b`` c", 0) == 9);
    CHECK(end_of_code_span("`a", 0) == 1);
    CHECK(end_of_code_span("``a`", 0) == 2);
}

TEST_CASE("lines that end a paragraph") {
    for (const char* line : {"# A", "> a", "- a", "1. a", "---", "***", "```", "<div>", "</table>",
                             "<!-- x", "   # A"}) {
        CHECK_MESSAGE(interrupts_paragraph(line), line);
    }
    for (const char* line :
         {"", "a", "#a", "-a", "-", "2. a", "--", "<b>", "    # A", "1.a", "a > b"}) {
        CHECK_MESSAGE(!interrupts_paragraph(line), line);
    }
}

TEST_CASE("a line is without its line feed") {
    CHECK(line_at("a\nbc\n", 2) == "bc");
    CHECK(line_at("a\nbc", 2) == "bc");
    CHECK(line_at("a\n", 2).empty());
}

}  // namespace broadsheet::press
