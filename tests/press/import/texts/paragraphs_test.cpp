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
    // Two breaks are a blank line.
    same("One<br><br/>\nTwo", "<p>One</p><p>Two</p>");
    same("One<br />\n<br />Two<br>Three", "<p>One</p><p>Two<br>Three</p>");
    same("<b>One</b><br><i>Two</i>", "<p><b>One</b><br><i>Two</i></p>");
    // Items of lists have paragraphs only where there are blank lines.
    same("<ul><li>\nOne</li><li>\nTwo\n</li></ul>", "<ul><li>One</li><li>Two</li></ul>");
    same("<ul><li>\n\nOne\n\nTwo</li></ul>", "<ul><li><p>One</p><p>Two</p></li></ul>");
    // Scripts are removed later, and end no paragraph.
    same("One <script>a\n\nb</script> two", "<p>One  two</p>");
}
