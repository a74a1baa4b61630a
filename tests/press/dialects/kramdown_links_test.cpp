// What kramdown reads otherwise than CommonMark: links, HTML, the ends of blocks, tables.
#include "press/dialects/kramdown_links.h"

#include <doctest/doctest.h>

#include <string>

#include "document_nodes.h"
#include "page/page.h"
#include "press/dialects/abbreviations.h"
#include "press/dialects/kramdown.h"
#include "press/dialects/kramdown_html.h"
#include "press/text/markdown.h"

using namespace broadsheet;

namespace {

std::string jekyll_html(const std::string& markdown) {
    auto parsed =
        press::parse_markdown(press::resolve_kramdown(press::join_html_elements(markdown)));
    press::mark_abbreviations(parsed.document.blocks, press::abbreviations_of(markdown));
    std::string html;
    for (const page::Node& node : tests::plain_nodes(parsed.document)) {
        html += page::node_to_html(node);
    }
    return html;
}

}  // namespace

TEST_CASE("kramdown-links: addresses with spaces, and names of links after a space") {
    CHECK(jekyll_html("See [it](/my file.pdf \"A b\"), `[x](a b)`.") ==
          "<p>See <a href=\"/my%20file.pdf\" title=\"A b\">it</a>, <code>[x](a b)</code>.</p>");
    CHECK(press::resolve_kramdown_links("[a](/x \"a b\") (b c) \\[d](e f) [g](<h i>)\n") ==
          "[a](/x \"a b\") (b c) \\[d](e f) [g](<h i>)\n");
    CHECK(press::resolve_kramdown_links("![p](/a b(1).png 'T u')\n") ==
          "![p](/a%20b(1).png 'T u')\n");
    // What Liquid would fill in is unknown.
    CHECK(press::resolve_kramdown_links("[a]({{ site.url }}/b)\n") == "[a]({{ site.url }}/b)\n");
    const std::string names = "\n\n[one]: /1\n[Two Three]: /2\n";
    CHECK(jekyll_html("[words] [one] and [more]\n[two three]." + names) ==
          "<p><a href=\"/1\">words</a> and <a href=\"/2\">more</a>.</p>");
    CHECK(jekyll_html("[one] [two three] [none] [x]" + names) ==
          "<p><a href=\"/1\">one</a> <a href=\"/2\">two three</a> [none] [x]</p>");
    CHECK(jekyll_html("- [ ] [one]" + names).find("href=\"/1\">one</a>") != std::string::npos);
}

TEST_CASE("kramdown-html-code: signs within code elements are no Markdown") {
    CHECK(jekyll_html("A <code>*x* a_b_ [c](d)</code> *e*") ==
          "<p>A <code>*x* a_b_ [c](d)</code> <em>e</em></p>");
}

TEST_CASE("kramdown-html: indented HTML after a blank line is no code") {
    CHECK(jekyll_html("<div>\n    <p>a</p>\n\n    <p>b *c*</p>\n</div>\n\n*d*") ==
          "<p>a</p><p>b *c*</p><p><em>d</em></p>");
    const std::string table = jekyll_html(
        "<table>\n  <tr>\n    <td>1</td>\n\n    <td>2</td>\n  </tr>\n</table>\nText *x*");
    CHECK(table.find("<td>1</td><td>2</td>") != std::string::npos);
    CHECK(table.ends_with("<p>Text <em>x</em></p>"));
    CHECK(jekyll_html("<div>\n\n*a*\n\n</div>") == "<p><em>a</em></p>");
    for (const std::string text :
         {"<div>\n\n    <p>no end\n\ntext\n", "```\n<div>\n\n    <p>a</p>\n</div>\n```\n",
          "<div markdown=\"1\">\n\n    code\n\n</div>\n", "`<div>` a\n\n    b </div>\n"}) {
        CHECK(press::join_html_elements(text) == text);
    }
    CHECK(jekyll_html("<div><pre>a\n\n    b</pre>\n</div>").find("a\n\n    b") !=
          std::string::npos);
}

TEST_CASE("kramdown-lone-tags: the line after a tag of running text is Markdown") {
    CHECK(jekyll_html("<br>\n*a*") == "<p><br><em>a</em></p>");
    CHECK(jekyll_html("<a href=\"/x\">\n*a*\n</a>") == "<p><a href=\"/x\">\n<em>a</em>\n</a></p>");
    CHECK(jekyll_html("<hr>\n*a*") == "<hr><p><em>a</em></p>");
    CHECK(press::join_html_elements("    <br>\n```\n<br>\n```\n") == "    <br>\n```\n<br>\n```\n");
}

TEST_CASE("kramdown-html-in-items: HTML in items of lists is no code either") {
    const std::string list = jekyll_html(
        "- one\n\n    <div>\n        <p>a</p>\n\n        <p>b</p>\n    </div>\n\n- two\n");
    CHECK(list.find("<p>a</p><p>b</p>") != std::string::npos);
    CHECK(list.find("<code>") == std::string::npos);
    const std::string film = jekyll_html("<video src=\"/a.mp4\">\n\n  no film\n</video>\n\nb");
    CHECK(film.find("&lt;") == std::string::npos);
}

TEST_CASE("kramdown-block-ends: attributes and ^ end a block") {
    CHECK(jekyll_html("One\n{: .a}\n{: .b}\nTwo") == "<p>One</p><p>Two</p>");
    CHECK(jekyll_html("> One\n{: .a}\nTwo") == "<blockquote><p>One</p></blockquote><p>Two</p>");
    CHECK(jekyll_html("> One\n> {: .a}\n> Two") == "<blockquote><p>One\nTwo</p></blockquote>");
    CHECK(jekyll_html("- a\n^\n- b") == "<ul><li>a</li></ul><ul><li>b</li></ul>");
    CHECK(jekyll_html("> a\n^\n> b") ==
          "<blockquote><p>a</p></blockquote><blockquote><p>b</p></blockquote>");
}

TEST_CASE("kramdown-abbreviations: they are explained in text, and not in code") {
    const std::string lines = "\n\n*[CSS]: Style\n*[CSS3]: Style 3\n*[not it]: No\n";
    CHECK(jekyll_html("CSS, CSS3, CSSX and *CSS* `CSS`." + lines) ==
          "<p><abbr title=\"Style\">CSS</abbr>, <abbr title=\"Style 3\">CSS3</abbr>, CSSX and "
          "<em><abbr title=\"Style\">CSS</abbr></em> <code>CSS</code>.</p>");
    CHECK(jekyll_html("It is not it, not its." + lines) ==
          "<p>It is <abbr title=\"No\">not it</abbr>, not its.</p>");
}

TEST_CASE("kramdown-dividers: the line below a table's head may have fewer cells, and plus signs") {
    CHECK(press::resolve_kramdown("| a | b\n|-----\n| 1 | 2\n") == "| a | b\n|---|---|\n| 1 | 2\n");
    CHECK(press::resolve_kramdown("|a|b|\n|:-+-:|\n|1|2|\n") == "|a|b|\n|:--|---:|\n|1|2|\n");
    CHECK(press::resolve_kramdown("a | b | c\n--- | ---\n1 | 2 | 3\n") ==
          "a | b | c\n|---|---|---|\n1 | 2 | 3\n");
    CHECK(press::resolve_kramdown("|---\n| a | b |\n|-|:-:|\n| 1 | 2 | 3 |\n") ==
          "| a | b |  |\n|---|:--:|---|\n| 1 | 2 | 3 |\n");
}
