// Paragraphs and line breaks of texts that mark them by empty lines.
#include "press/import/texts/paragraphs.h"

#include <doctest/doctest.h>

#include <string>

#include "press/text/markdown.h"

using namespace broadsheet::press;

TEST_CASE("the classic editor's lines become paragraphs and line breaks") {
    const auto same = [](const std::string& text, const std::string& html) {
        CAPTURE(text);
        CAPTURE(with_paragraphs(text));
        CHECK(parse_html_article(with_paragraphs(text)).document ==
              parse_html_article(html).document);
    };
    same("One\n\nTwo", "<p>One</p><p>Two</p>");
    same("One\nTwo", "<p>One<br>Two</p>");
    same("One<br />\nTwo", "<p>One<br>Two</p>");
    same("<h2>Head</h2>\nText", "<h2>Head</h2><p>Text</p>");
    same("<blockquote>Said</blockquote>", "<blockquote><p>Said</p></blockquote>");
    same("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>", "<ul><li>One</li><li>Two</li></ul>");
    same("<div>In</div>\nOut", "<div>In</div><p>Out</p>");
    same("<pre>a\n\nb</pre>\n\nText", "<pre>a\n\nb</pre><p>Text</p>");
    same("A <b>bold\nline</b> on", "<p>A <b>bold<br>line</b> on</p>");
}
