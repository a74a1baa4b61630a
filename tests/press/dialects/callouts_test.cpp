#include "press/dialects/callouts.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "document_nodes.h"
#include "press/print/print_markdown.h"

namespace broadsheet::press {

namespace {

std::string callout_html(const std::string& markdown) {
    const model::Document document = read_body_text(markdown).document;
    std::string html;
    for (const page::Node& node : tests::plain_nodes(document)) html += page::node_to_html(node);
    return html;
}

}  // namespace

TEST_CASE("alerts of GitHub and callouts of Obsidian are quotes with a title") {
    struct Case {
        const char* markdown;
        const char* html;
    };
    const std::array<Case, 16> cases = {{
        {"> [!NOTE]\n> Text", "<blockquote><p><strong>Note</strong></p><p>Text</p></blockquote>"},
        {"> [!warning]\n>\n> Text\n> goes on",
         "<blockquote><p><strong>Warning</strong></p><p>Text\ngoes on</p></blockquote>"},
        {"> [!warning]- Thin *ice*\n> Text",
         "<blockquote><p><strong>Thin <em>ice</em></strong></p><p>Text</p></blockquote>"},
        {"> [!note]+ **Title**\n> Text",
         "<blockquote><p><strong>Title</strong></p><p>Text</p></blockquote>"},
        {"> [!my-type|wide] Title", "<blockquote><p><strong>Title</strong></p></blockquote>"},
        {"> [!TIP]\n> - one\n> - two",
         "<blockquote><p><strong>Tip</strong></p><ul><li>one</li><li>two</li></ul></blockquote>"},
        {"- > [!NOTE]\n  > Text",
         "<ul><li><blockquote><p><strong>Note</strong></p><p>Text</p></blockquote></li></ul>"},
        {">[!NOTE]\n>> [!TIP]\n>> In",
         "<blockquote><p><strong>Note</strong></p><blockquote><p><strong>Tip</strong></p>"
         "<p>In</p></blockquote></blockquote>"},
        {"> [!NOTE]\n> A <b>tag</b>",
         "<blockquote><p><strong>Note</strong></p><p>A <strong>tag</strong></p></blockquote>"},
        // None:
        {"> \\[!NOTE]\n> Text", "<blockquote><p>[!NOTE]\nText</p></blockquote>"},
        {"[!NOTE]\nText", "<p>[!NOTE]\nText</p>"},
        {"> Text\n> [!NOTE]", "<blockquote><p>Text\n[!NOTE]</p></blockquote>"},
        {"> [!] x", "<blockquote><p>[!] x</p></blockquote>"},
        {"> [!a](/b)", "<blockquote><p><a href=\"/b\">!a</a></p></blockquote>"},
        {"> ```\n> > [!NOTE]\n> ```",
         "<blockquote><pre><code>&gt; [!NOTE]\n</code></pre></blockquote>"},
        {"    > [!NOTE]", "<pre><code>&gt; [!NOTE]\n</code></pre>"},
    }};
    for (const Case& each : cases) {
        CAPTURE(each.markdown);
        CHECK(callout_html(each.markdown) == each.html);
        const model::Document document = read_body_text(each.markdown).document;
        CHECK(read_body_text(print_markdown(document).text).document == document);
    }
}

}  // namespace broadsheet::press
