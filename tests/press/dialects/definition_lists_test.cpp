#include "press/dialects/definition_lists.h"

#include <doctest/doctest.h>

#include <array>
#include <string>

#include "document_nodes.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

namespace {

#define TABLE                                                                           \
    "<div class=\"table-scroller\"><table><thead><tr><th>a</th><th>b</th></tr></thead>" \
    "<tbody><tr><td>1</td><td>2</td></tr></tbody></table></div>"

std::string definitions_html(const std::string& markdown) {
    model::Document document = parse_markdown(mark_definitions(markdown), {}).document;
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
    const std::array<Case, 35> cases = {{
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
        {"A\n: _emphasis_", "<dl><dt>A</dt><dd><em>emphasis</em></dd></dl>"},
        {"A\n: One.\n\n    Two.", "<dl><dt>A</dt><dd><p>One.</p><p>Two.</p></dd></dl>"},
        {"A\n: One.\n\n  Two.\n\nText",
         "<dl><dt>A</dt><dd><p>One.</p><p>Two.</p></dd></dl><p>Text</p>"},
        {"A\n:   One.\n\n    Two.\n\n        code\n",
         "<dl><dt>A</dt><dd><p>One.</p><p>Two.</p><pre><code>code\n</code></pre></dd></dl>"},
        {"A\n: One.\n\n    - x\n    - y\n\nB\n: b",
         "<dl><dt>A</dt><dd><p>One.</p><ul><li>x</li><li>y</li></ul></dd><dt>B</dt><dd>b</dd></"
         "dl>"},
        {"A\n\n: One.\n\n: Two.", "<dl><dt>A</dt><dd>One.</dd><dd>Two.</dd></dl>"},
        {"A\n: > quote\n\nB\n: b",
         "<dl><dt>A</dt><dd><blockquote><p>quote</p></blockquote></dd><dt>B</dt><dd>b</dd></dl>"},
        {"A\n:     deep", "<dl><dt>A</dt><dd>deep</dd></dl>"},
        {"A\n:\ttab\n\n\tmore", "<dl><dt>A</dt><dd><p>tab</p><p>more</p></dd></dl>"},
        {"> A\n> : a\n>\n>     more",
         "<blockquote><dl><dt>A</dt><dd><p>a</p><p>more</p></dd></dl></blockquote>"},
        {"- A\n  : a\n- B", "<ul><li><dl><dt>A</dt><dd>a</dd></dl></li><li>B</li></ul>"},
        {"- A\n: a", "<ul><li>A\n: a</li></ul>"},
        {"# A\n: a", "<h1 id=\"a\">A</h1><p>: a</p>"},
        {"A\n\n\n: a", "<p>A</p><p>: a</p>"},
        {"```\nA\n: a\n```", "<pre><code>A\n: a\n</code></pre>"},
        {"    A\n    : a", "<pre><code>A\n: a\n</code></pre>"},
        {"<div>\nA\n: a\n</div>", "<div>A\n: a</div>"},
        {"A\n: ```\n  code\n  ```\n: b",
         "<dl><dt>A</dt><dd><pre><code>code\n</code></pre></dd><dd>b</dd></dl>"},
        // definition-list-with-table
        {"A\n\n:   | a | b |\n    |---|---|\n    | 1 | 2 |\n\nB\n:   b",
         "<dl><dt>A</dt><dd>" TABLE "</dd><dt>B</dt><dd>b</dd></dl>"},
        {"A\n: a | b\n  --|--\n  1 | 2", "<dl><dt>A</dt><dd>" TABLE "</dd></dl>"},
        {"A\n: Words.\n\n    | a | b |\n    |---|---|\n    | 1 | 2 |",
         "<dl><dt>A</dt><dd><p>Words.</p>" TABLE "</dd></dl>"},
        {"A\n: a | b\ngoes on", "<dl><dt>A</dt><dd>a | b\ngoes on</dd></dl>"},
        {"A\n: `a | b`\n: c", "<dl><dt>A</dt><dd><code>a | b</code></dd><dd>c</dd></dl>"},
    }};
    for (const Case& one : cases) {
        CAPTURE(one.markdown);
        CHECK(definitions_html(one.markdown) == one.html);
    }
}

}  // namespace broadsheet::press
