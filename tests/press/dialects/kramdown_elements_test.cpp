#include "press/dialects/kramdown_elements.h"

#include <doctest/doctest.h>

namespace broadsheet::press {

TEST_CASE("blank lines separate marked elements from their content") {
    CHECK(separate_markdown_elements("<div markdown=\"1\" id=\"x\">\n*a*\n</div>\n") ==
          "\n\n<div id=\"x\">\n\n\n*a*\n\n\n</div>\n\n\n");
    for (const char* text :
         {"plain", "<div>\n*a*\n</div>", "a <div markdown=\"1\">", "<div markdown=\"2\">x",
          "```\n<div markdown=\"1\">\n```", "    <div markdown=\"1\">\n"}) {
        CHECK(separate_markdown_elements(text) == text);
    }
}

}  // namespace broadsheet::press
