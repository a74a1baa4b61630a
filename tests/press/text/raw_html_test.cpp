// HTML in Markdown that is not closed, and names in angle brackets: no words are lost.
#include "press/text/raw_html.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "document_nodes.h"
#include "page/page.h"
#include "press/text/markdown.h"

using namespace broadsheet;

namespace {

std::string cleaned(const press::ParsedMarkdown& parsed) {
    std::string html;
    for (const page::Node& node : tests::plain_nodes(parsed.document)) {
        html += page::node_to_html(node);
    }
    return html;
}

std::string cleaned(std::string_view markdown) {
    return cleaned(
        press::parse_markdown(markdown, {.identifiers = press::HeadingIdentifiers::none}));
}

}  // namespace

TEST_CASE("an element in a sentence that is not closed does not hide the text after it") {
    for (const std::string name :
         {"title",  "textarea", "select",   "template", "object",    "style",  "script", "iframe",
          "xmp",    "noembed",  "noframes", "noscript", "plaintext", "svg",    "math",   "canvas",
          "button", "dialog",   "datalist", "progress", "meter",     "SELECT", "audio",  "video"}) {
        CAPTURE(name);
        const std::string tag = "&lt;" + name + "&gt;";
        const std::string rest = "<p>Second.</p><h2>Last</h2><p>End.</p>";
        const std::string after = "\n\nSecond.\n\n## Last\n\nEnd.\n";
        CHECK(cleaned("The <" + name + "> element." + after) ==
              "<p>The " + tag + " element.</p>" + rest);
        CHECK(cleaned("- a <" + name + "> b\n- c\n\nEnd\n") ==
              "<ul><li>a " + tag + " b</li><li>c</li></ul><p>End</p>");
        CHECK(cleaned("# The <" + name + ">\n\nEnd\n") == "<h1>The " + tag + "</h1><p>End</p>");
        CHECK(cleaned("| a <" + name + "> |\n|---|\n| b |\n\nEnd\n")
                  .ends_with("<td>b</td></tr></tbody></table></div><p>End</p>"));
        // Closed in another paragraph.
        CHECK(cleaned("The <" + name + "> tag.\n\nSecond.\n\nThe </" + name + "> tag.\n") ==
              "<p>The " + tag + " tag.</p><p>Second.</p><p>The &lt;/" + name + "&gt; tag.</p>");
    }
    const auto parsed = press::parse_markdown("a <title> b <select> c <String> d");
    CHECK(parsed.html_problems.shown == std::set<std::string>{"select", "title"});
}

TEST_CASE("the name of an element in a sentence is text") {
    for (const std::string name :
         {"a",    "article", "aside",  "b",       "blockquote", "cite", "dd", "div", "dl",
          "em",   "h1",      "header", "li",      "main",       "nav",  "p",  "pre", "section",
          "span", "strong",  "sub",    "summary", "table",      "td",   "tr", "u",   "ul"}) {
        CAPTURE(name);
        const std::string tag = "&lt;" + name + "&gt;";
        CHECK(cleaned("Use <" + name + "> for it, or (<" + name + ">), or <" + name +
                      ">.\n\nEnd\n") ==
              "<p>Use " + tag + " for it, or (" + tag + "), or " + tag + ".</p><p>End</p>");
    }
    CHECK(cleaned("\xE4\xBD\xBF<section>\xE5\x85\x83") ==
          "<p>\xE4\xBD\xBF&lt;section&gt;\xE5\x85\x83</p>");
    CHECK(cleaned("if a<b and c>d then") == "<p>if a&lt;b and c&gt;d then</p>");
    CHECK(press::parse_markdown("Use <nav> here").html_problems.shown ==
          std::set<std::string>{"nav"});
    // These begin something.
    CHECK(cleaned("One <b>bold and more") == "<p>One <strong>bold and more</strong></p>");
}

TEST_CASE("an element that is closed is treated as before") {
    CHECK(cleaned("a <b>b</b> <title>x</title> c") == "<p>a <strong>b</strong>  c</p>");
    CHECK(cleaned("a <select><option>x</option></select> c") == "<p>a  c</p>");
    CHECK(press::parse_markdown("a <select><option>x</option></select> c")
              .dropped_elements.contains("select"));
}

TEST_CASE("other elements that are not closed end with their paragraph") {
    CHECK(cleaned("a <b>b\n\nc") == "<p>a <strong>b</strong></p><p>c</p>");
    CHECK(cleaned("a <span lang=\"fr\">b <i>c\n\nd") ==
          "<p>a <span lang=\"fr\">b <em>c</em></span></p><p>d</p>");
    CHECK(cleaned("- a <u>b\n- c") == "<ul><li>a <u>b</u></li><li>c</li></ul>");
    CHECK(cleaned("a <table> b\n\nc").ends_with("<p>c</p>"));
    CHECK(cleaned("a<br>b <hr> <img src=\"/x.png\" alt=\"x\">").find("&lt;") == std::string::npos);
}

TEST_CASE("names of unknown elements and type parameters are text") {
    constexpr std::array<std::pair<const char*, const char*>, 12> cases = {{
        {"Use Vec<String> and List<T>.", "<p>Use Vec&lt;String&gt; and List&lt;T&gt;.</p>"},
        {"Map<String, List<Int>>", "<p>Map&lt;String, List&lt;Int&gt;&gt;</p>"},
        {"Box<A>, Set<I> and Vec<B> x", "<p>Box&lt;A&gt;, Set&lt;I&gt; and Vec&lt;B&gt; x</p>"},
        {"Atomic<Link> and Ref<Object>", "<p>Atomic&lt;Link&gt; and Ref&lt;Object&gt;</p>"},
        {"type <your-name> here", "<p>type &lt;your-name&gt; here</p>"},
        {"press <enter> or </enter>", "<p>press &lt;enter&gt; or &lt;/enter&gt;</p>"},
        {"in <head> and <body>, a <meta> or <link>",
         "<p>in &lt;head&gt; and &lt;body&gt;, a &lt;meta&gt; or &lt;link&gt;</p>"},
        {"an <input> and </select>", "<p>an &lt;input&gt; and &lt;/select&gt;</p>"},
        {"<x-y>custom</x-y> and more", "<p>custom and more</p>"},
        {"press <C-x> or <my-part/>", "<p>press &lt;C-x&gt; or &lt;my-part/&gt;</p>"},
        {"**Vec<u8>** and *x<T>*", "<p><strong>Vec&lt;u8&gt;</strong> and <em>x&lt;T&gt;</em></p>"},
        {"<foo attribute=\"1\">x</foo>", "<p>&lt;foo attribute=&quot;1&quot;&gt;x&lt;/foo&gt;</p>"},
    }};
    for (const auto& [markdown, html] : cases) CHECK(cleaned(markdown) == html);
}

TEST_CASE("an HTML block without an end does not hide the text after it") {
    const std::string rest = "\n\nSecond.\n\n> Third.\n";
    const std::string shown = "<p>Second.</p><blockquote><p>Third.</p></blockquote>";
    for (const std::string start :
         {"<!-- later", "<script>", "<style>", "<textarea>", "<?php", "<![CDATA[", "<title>x",
          "<template>", "<select>", "<object>", "<noscript>", "> <!-- later", "- <!-- later",
          "<div><!-- later</div>"}) {
        CAPTURE(start);
        const std::string html = cleaned("First.\n\n" + start + rest);
        CHECK(html.starts_with("<p>First.</p>"));
        CHECK(html.ends_with(shown));
    }
    CHECK(cleaned("<!-- a\n\nb -->\n\nc") == "<p>c</p>");
    CHECK(cleaned("```\n<!-- a\n```\n\nc <i>d</i>") ==
          "<pre><code>&lt;!-- a\n</code></pre><p>c <em>d</em></p>");
    const auto parsed = press::parse_markdown("a\n\n<!-- b\n\nc");
    CHECK(parsed.html_problems.shown == std::set<std::string>{"!--"});
}

TEST_CASE("declarations and sections that are not closed are named by what begins them") {
    CHECK(cleaned("a <b>x</b>\n\n<!DOCTYPE foo\n\nEnd > here.") ==
          "<p>a <strong>x</strong></p><p>&lt;!DOCTYPE foo</p><p>End &gt; here.</p>");
    CHECK(cleaned("The <!DOCTYPE html> of a <b>page</b>") ==
          "<p>The &lt;!DOCTYPE html&gt; of a <strong>page</strong></p>");
    CHECK(cleaned("<!DOCTYPE html>\n\nEnd.") == "<p>End.</p>");
    const auto parsed = press::parse_markdown("<![CDATA[ a\n\n<!ELEMENT b\n\n<?php c\n\n<SCRIPT>");
    CHECK(parsed.html_problems.shown ==
          std::set<std::string>{"!ELEMENT", "![CDATA[", "?", "script"});
}

TEST_CASE("names of unknown elements in HTML blocks are text unless they are closed") {
    CHECK(cleaned("<T>\n\nafter") == "&lt;T&gt;<p>after</p>");
    CHECK(cleaned("<div>a Vec<String> b</div>") == "<div>a Vec&lt;String&gt; b</div>");
    CHECK(cleaned("<my-part>\n\nafter\n\n</unknown>") ==
          "&lt;my-part&gt;<p>after</p>&lt;/unknown&gt;");
    const auto parsed = press::parse_markdown("<dependency>\n<name>x</name>\n</dependency>\n\nb");
    CHECK(cleaned(parsed).find('x') != std::string::npos);
    CHECK(parsed.html_problems.unknown == std::set<std::string>{"dependency", "name"});
    CHECK(press::parse_markdown("<x-y>\na\n</x-y>").html_problems.unknown.empty());
}

TEST_CASE("elements that hold text end with their HTML block, and other open ones are named") {
    const auto parsed = press::parse_markdown("<details><summary>Sum\n\nText\n\nEnd");
    CHECK(cleaned(parsed) == "<details><summary>Sum</summary><p>Text</p><p>End</p></details>");
    CHECK(parsed.html_problems.open == std::set<std::string>{"details"});
    CHECK(cleaned("<b>\na\n\nb") == "<strong>\na\n</strong><p>b</p>");
    CHECK(cleaned("<a name=\"x\">\n\nb").ends_with("<p>b</p>"));
    CHECK(press::parse_markdown("<table><tr><td>a\n\nb").html_problems.open ==
          std::set<std::string>{"table"});
    for (const char* closed : {"<details>\n\na\n\n</details>", "<ul>\n<li>a\n\n</ul>",
                               "<table><tr><td>\n\na </td></tr></table>",
                               "<script>\nx(\"<table>\")\n</script>", "<div>\n\nb"}) {
        CAPTURE(closed);
        CHECK(press::parse_markdown(closed).html_problems.open.empty());
    }
}

TEST_CASE("a template that is left out is named") {
    CHECK(press::parse_markdown("<template><p>t</p></template>").dropped_elements ==
          std::set<std::string>{"template"});
}

TEST_CASE("frames that are not closed stay frames") {
    const std::string frame = "<iframe src=\"https://www.youtube.com/embed/x\">";
    CHECK(cleaned(frame + "\n\nAfter.") == cleaned(frame + "</iframe>\n\nAfter."));
    CHECK(cleaned("See " + frame + "\n\nAfter.").ends_with("<p>After.</p>"));
}

TEST_CASE("the words in very deep HTML stay") {
    std::string deep;
    for (int i = 0; i < 10'000; ++i) deep += "<div>";
    const auto parsed = press::parse_markdown("# A\n\n" + deep +
                                              "word &amp; <b>more</b><script>x</script>\n\nEnd.");
    CHECK(parsed.too_complex);
    CHECK(parsed.deepest_element == "div");
    std::string spans = "a <b>b</b> ";
    for (int i = 0; i < 5'000; ++i) spans += "<span>";
    CHECK(press::parse_markdown(spans + "c").deepest_element == "span");
    CHECK(cleaned(parsed).ends_with("<p>word &amp; more</p><p>End.</p>"));
    CHECK(cleaned(press::parse_html_article(deep + "word")) == "<p>word</p>");
    // Each table is four levels of the tree that the parser makes.
    std::string tables;
    for (int i = 0; i < 3'000; ++i) tables += "<table><tr><td>";
    CHECK(cleaned("a\n\n" + tables + "word").ends_with("<p>word</p>"));
}

TEST_CASE("pipes in tables") {
    CHECK(cleaned("| a | b |\n|---|---|\n| `x \\| y` | z |\n| d || f |")
              .find("<td><code>x | y</code></td>") != std::string::npos);
    CHECK(
        cleaned("| a | b | c |\n|---|---|---|\n| d || f |\n||e|")
            .ends_with("<tr><td>d</td><td></td><td>f</td></tr><tr><td></td><td>e</td><td></td></tr>"
                       "</tbody></table></div>"));
    CHECK(cleaned("Modes:\n| a |\n|---|\n| 1 |").starts_with("<p>Modes:</p><div"));
    CHECK(cleaned("[x]: /y\n| [x] |\n|---|\n| 1 |").find("<th><a href=\"/y\">x</a></th>") !=
          std::string::npos);
    CHECK(cleaned("| a | b | c |\n|---|---|\n| 1 | 2 | 3 |") ==
          "<p>| a | b | c |\n|---|---|\n| 1 | 2 | 3 |</p>");
    CHECK(cleaned("| `a|b` | c |\n|---|---|\n| 1 | 2 |").find("<code>a|b</code>") !=
          std::string::npos);
    CHECK(cleaned("| a |\n|---|\n| 1 |\n# H\n").ends_with("</div><h1>H</h1>"));
    CHECK(cleaned("> Modes:\n> | a |\n> |---|\n> | 1 |\n").find("<table>") != std::string::npos);
    CHECK(cleaned("- Modes:\n  | a |\n  |---|\n  | 1 |\n").find("<table>") != std::string::npos);
}

TEST_CASE("bare addresses end where GitHub ends them") {
    constexpr std::array<const char*, 14> whole = {
        "https://h.example/f/#!g/x",  "https://h.example/w/A_(b)",      "https://h.example/a*b*c",
        "https://h.example/\xC3\xA9", "https://h.example/$x,y;z@v",     "https://h.example/~u/ok",
        "http://localhost:8080/x",    "https://example.org:8080/x",     "https://example.org/a%20b",
        "https://example.org/c+d",    "https://\xE6\x97\xA5.example/x", "https://example.org/!x",
        "https://a.example/x_y__z",   "HTTPS://a.example/[x]"};
    for (const std::string address : whole) {
        CAPTURE(address);
        const auto parsed = press::parse_markdown(address + " x");
        REQUIRE(parsed.document.blocks[0].children.size() == 2);
        CHECK(model::plain_text(parsed.document.blocks[0].children[0]) == address);
        for (const std::string& around :
             {"(" + address + ")", "**" + address + "**", "\"" + address + "\".",
              "*" + address + "*", "\xE8\xA7\x81" + address + "\xE3\x80\x82\xE5\x90\x8E",
              "[" + address + "]", address + "?!", "| " + address + " |\n|---|",
              "~~" + address + "~~"}) {
            CAPTURE(around);
            CHECK(cleaned(around).find(">" + address + "</a>") != std::string::npos);
        }
    }
    CHECK(cleaned("xhttp://a.b http:// https://- http://a_b.c") ==
          "<p>xhttp://a.b http:// https://- http://a_b.c</p>");
    CHECK(cleaned("`http://a.b`") == "<p><code>http://a.b</code></p>");
    CHECK(cleaned("http://a.b/?x=1&amp;y=2") ==
          "<p><a href=\"http://a.b/?x=1&amp;y=2\">http://a.b/?x=1&amp;y=2</a></p>");
}

TEST_CASE("an address in the words of a link is no link of its own") {
    CHECK(cleaned("[see www.x.example now](https://y.example/) b@c.example") ==
          "<p><a href=\"https://y.example/\">see www.x.example now</a> "
          "<a href=\"mailto:b@c.example\">b@c.example</a></p>");
    CHECK(
        cleaned("[mail a@b.example](/about/) [*t https://x.example/* <https://z.example/>](/c/)") ==
        "<p><a href=\"/about/\">mail a@b.example</a> <a href=\"/c/\"><em>t https://x.example/</em> "
        "https://z.example/</a></p>");
}

TEST_CASE("a backslash after an address or a link with one breaks the line") {
    CHECK(cleaned("[A](https://a.example/)\\\nB").find("</a><br>B") != std::string::npos);
    CHECK(cleaned("https://a.example/x\\\nB").find("/x</a><br>B") != std::string::npos);
}

TEST_CASE("the label of a link may end with a space") {
    CHECK(cleaned("[one] [two ] [ two]\n\n[one]: /1\n[two]: /2\n[three]: /3") ==
          "<p><a href=\"/1\">one</a> <a href=\"/2\">two </a> <a href=\"/2\"> two</a></p>");
}
