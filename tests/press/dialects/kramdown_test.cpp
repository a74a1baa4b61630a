#include "press/dialects/kramdown.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "document_nodes.h"
#include "page/page.h"
#include "press/text/markdown.h"

using namespace broadsheet;

namespace {

std::string kramdown_html(std::string_view markdown) {
    std::string html;
    const auto parsed = press::parse_markdown(press::resolve_kramdown(markdown));
    for (const page::Node& node : tests::plain_nodes(parsed.document)) {
        html += page::node_to_html(node);
    }
    return html;
}

}  // namespace

TEST_CASE("kramdown reads the content of marked HTML elements as Markdown") {
    const std::array<std::pair<std::string, std::string>, 10> cases = {{
        {"<div markdown=\"1\">\n*a*\n</div>\n\nb", "<p><em>a</em></p><p>b</p>"},
        {"<div markdown='block' class=\"x\">*a*</div> b", "<p><em>a</em></p><p>b</p>"},
        {"<div markdown=1>\n- a\n- b\n</div>", "<ul><li>a</li><li>b</li></ul>"},
        {"<div markdown=\"1\">\n<div>\n*a*\n</div>\n\n*b*\n</div>\n\n*c*",
         "<div>*a*</div><p><em>b</em></p><p><em>c</em></p>"},
        {"<div markdown=\"1\">\n<div markdown=\"1\">\n*a*\n</div>\n*b*\n</div>",
         "<p><em>a</em></p><p><em>b</em></p>"},
        {"<details markdown=\"1\">\n<summary>S</summary>\n\n*a*\n</details>",
         "<details><summary>S</summary><p><em>a</em></p></details>"},
        {"<p markdown=\"1\">*a*</p>\n", "<p><em>a</em></p>"},
        {"x <span markdown=\"1\">*a*</span>", "<p>x <em>a</em></p>"},
        {"```\n<div markdown=\"1\">\n```",
         "<pre><code>&lt;div markdown=&quot;1&quot;&gt;\n</code></pre>"},
        {"<div markdown=\"1\">\n*a*", "<p><em>a</em></p>"},
    }};
    for (const auto& one : cases) {
        CHECK_MESSAGE(kramdown_html(one.first) == one.second, one.first);
    }
}

TEST_CASE("kramdown's attribute lists take effect or vanish") {
    const std::array<std::pair<std::string, std::string>, 27> cases = {{
        {"## Part\n{: #my-part}\n\nText.", "<h2 id=\"my-part\">Part</h2><p>Text.</p>"},
        {"## Part {: #my-part .x}", "<h2 id=\"my-part\">Part</h2>"},
        {"## Part {: .no_toc}", "<h2 id=\"part\">Part</h2>"},
        {"## Part\n{:.no_toc}\n", "<h2 id=\"part\">Part</h2>"},
        {"Part\n====\n{: #p}\n", "<h1 id=\"p\">Part</h1>"},
        {"> ## Part\n> {: #p}\n", "<blockquote><h2 id=\"p\">Part</h2></blockquote>"},
        {"Text.\n{: .note}\n\nMore.", "<p>Text.</p><p>More.</p>"},
        {"Text.\n{: #t .note title=\"a b\"}\n", "<p><span id=\"t\"></span>Text.</p>"},
        {"A.\n\n{: #t}\nText.\n\nMore.", "<p>A.</p><p><span id=\"t\"></span>Text.</p><p>More.</p>"},
        {"> Quote\n{: .x}\n", "<blockquote><p>Quote</p></blockquote>"},
        {"[x](/y){: target=\"_blank\" rel='x'} and", "<p><a href=\"/y\">x</a> and</p>"},
        {"a *b*{: .c} **d**{:.e} `f`{:.g}h",
         "<p>a <em>b</em> <strong>d</strong> <code>f</code>h</p>"},
        {"* one\n* two\n{: .x}\n", "<ul><li>one</li><li>two</li></ul>"},
        {"* {: .x} one\n* two\n", "<ul><li>one</li><li>two</li></ul>"},
        {"* TOC\n{:toc}\n\n## A\n", "<h2 id=\"a\">A</h2>"},
        {"1. TOC\n{:toc .x}\n\n## A\n", "<h2 id=\"a\">A</h2>"},
        {"{:toc: .x}\n\nText.", "<p>Text.</p>"},
        {"{:note: .a #b}\n\nText.", "<p>Text.</p>"},
        {"```\nx\n```\n{: .language-go}\n", "<pre><code class=\"language-go\">x\n</code></pre>"},
        {"~~~ go\nx\n~~~\n{: .x}\n", "<pre><code class=\"language-go\">x\n</code></pre>"},
        {"{::nomarkdown}\n<b>x</b>\n{:/nomarkdown}\n", "<p><strong>x</strong></p>"},
        {"a {::comment}b{:/comment} c", "<p>a  c</p>"},
        {"a\n\n{::comment}\nb\n\nc\n{:/}\n\nd", "<p>a</p><p>d</p>"},
        {"{::options parse_block_html=\"true\" /}\n\nx", "<p>x</p>"},
        {"The HTML.\n\n*[HTML]: Hypertext\n", "<p>The HTML.</p>"},
        {"| a |\n|---|\n| b |\n{: .table}\n\nx",
         "<div "
         "class=\"table-scroller\"><table><thead><tr><th>a</th></tr></thead><tbody><tr><td>b</td>"
         "</tr></tbody></table></div><p>x</p>"},
        {"a\n\n^\n\nb", "<p>a</p><p>b</p>"},
    }};
    for (const auto& each : cases) {
        CAPTURE(each.first);
        CHECK(kramdown_html(each.first) == each.second);
    }
}

TEST_CASE("code and other braces are unchanged") {
    for (const std::string text :
         {"`{: .x}`", "```\n{: .x}\n{:toc}\n```\n", "a {: b} c", "{\"a\": {:x}}",
          "    code\n    {: .x}\n", "{: a? }", "\\{: .x}", "a {} {:} {:", "| {: | }"}) {
        CAPTURE(text);
        CHECK(press::resolve_kramdown(text) == text);
    }
}

TEST_CASE("attribute lists after plain text vanish if they are unmistakable") {
    CHECK(kramdown_html("- item {: .y}\n- b") == "<ul><li>item</li><li>b</li></ul>");
    CHECK(kramdown_html("Text with {:.span} in it, {:.x #y} and {: width=\"1\"}.") ==
          "<p>Text with  in it, <span id=\"y\"></span> and .</p>");
    CHECK(kramdown_html("A face {:x} and {: y }") == "<p>A face {:x} and {: y }</p>");
}

TEST_CASE("kramdown-block-names: a quote, list, table or code has its name itself") {
    const std::array<std::pair<std::string, std::string>, 5> cases = {{
        {"> Words.\n{: #q}\n\nText.",
         "<blockquote id=\"q\"><p>Words.</p></blockquote><p>Text.</p>"},
        {"- a\n- b\n{: #l}\n", "<ul id=\"l\"><li>a</li><li>b</li></ul>"},
        {"~~~\nx\n~~~\n{: #c}\n", "<pre id=\"c\"><code>x\n</code></pre>"},
        {"> - a\n> {: #n}\n", "<blockquote id=\"n\"><ul><li>a</li></ul></blockquote>"},
        {"Text.\n{: #t}\n", "<p><span id=\"t\"></span>Text.</p>"},
    }};
    for (const auto& one : cases) {
        auto parsed = press::parse_markdown(press::resolve_kramdown(one.first));
        press::name_following_blocks(parsed.document.blocks);
        std::string html;
        for (const page::Node& node : tests::plain_nodes(parsed.document)) {
            html += page::node_to_html(node);
        }
        CHECK_MESSAGE(html == one.second, one.first);
    }
}

TEST_CASE("kramdown-footnote-attributes: lists in footnotes take effect or vanish") {
    const std::array<std::pair<std::string, std::string>, 6> cases = {{
        {"x[^1]\n\n[^1]: Note.\n    {: .small}\n", "x[^1]\n\n[^1]: Note.\n"},
        {"[^1]: Note.\n\n    More.\n    {: .small}\n", "[^1]: Note.\n\n    More.\n"},
        {"[^1]: Note.\n    {: #n}\n", "[^1]: <span id=\"n\"></span>Note.\n"},
        {"[^1]: Note. {: .small}\n", "[^1]: Note. \n"},
        {"[^1]: Note.\n\nText.\n\n    {: .code}\n", "[^1]: Note.\n\nText.\n\n    {: .code}\n"},
        {"[^1]: Note.\n\n        {: .code}\n", "[^1]: Note.\n\n        {: .code}\n"},
    }};
    for (const auto& one : cases) {
        CHECK_MESSAGE(press::resolve_kramdown(one.first) == one.second, one.first);
    }
}

TEST_CASE("kramdown-table-in-definition: it may be without a head") {
    CHECK(press::resolve_kramdown("A\n: | a | b |\n  | 1 | 2 |\n\nB\n: x\n") ==
          "A\n: |  |  |\n  |---|---|\n  | a | b |\n  | 1 | 2 |\n\nB\n: x\n");
    CHECK(press::resolve_kramdown("A\n:   | a |\n    |---|\n    | 1 |\ntext\n") ==
          "A\n:   | a |\n    |---|\n    | 1 |\ntext\n");
    CHECK(press::resolve_kramdown("A\n: | a and more\n") == "A\n: | a and more\n");
}
