#include "press/text/definition_lists.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "document_nodes.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

std::string html_of(const std::string& markdown) {
    model::Document document = parse_markdown(markdown, {}).document;
    make_definition_lists(document.blocks);
    std::string html;
    for (const page::Node& node : tests::plain_nodes(document)) html += page::node_to_html(node);
    return html;
}

}  // namespace

TEST_CASE("definition lists") {
    struct Case {
        const char* markdown;
        const char* html;
    };
    const std::array<Case, 12> cases = {{
        {"Term\n: Meaning", "<dl><dt>Term</dt><dd>Meaning</dd></dl>"},
        {"Term\n: One\n: Two\n  goes on",
         "<dl><dt>Term</dt><dd>One</dd><dd>Two\ngoes on</dd></dl>"},
        {"One\nTwo\n: *Both*", "<dl><dt>One</dt><dt>Two</dt><dd><em>Both</em></dd></dl>"},
        {"Term\n\n: Apart", "<dl><dt>Term</dt><dd>Apart</dd></dl>"},
        {"A\n: a\n\nB\n: b", "<dl><dt>A</dt><dd>a</dd><dt>B</dt><dd>b</dd></dl>"},
        {"Note: no list", "<p>Note: no list</p>"},
        {": alone", "<p>: alone</p>"},
        {"A\n: * one\n  * two\n\nB\n: b",
         "<dl><dt>A</dt><dd><ul><li>one</li><li>two</li></ul></dd><dt>B</dt><dd>b</dd></dl>"},
        {"A\n: 3. one\n  4. two\n\nText",
         "<dl><dt>A</dt><dd><ol start=\"3\"><li>one</li><li>two</li></ol></dd></dl><p>Text</p>"},
        {"A\n: - only *one*\n  goes on",
         "<dl><dt>A</dt><dd><ul><li>only <em>one</em>\ngoes on</li></ul></dd></dl>"},
        {"A\n: a\n\n* x", "<dl><dt>A</dt><dd>a</dd></dl><ul><li>x</li></ul>"},
        {"A\n: *emphasis*", "<dl><dt>A</dt><dd><em>emphasis</em></dd></dl>"},
    }};
    for (const Case& one : cases) {
        CAPTURE(one.markdown);
        CHECK(html_of(one.markdown) == one.html);
    }
}

}  // namespace broadsheet::press
