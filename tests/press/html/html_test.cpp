// Hostile raw HTML, and what remains of it.
#include "press/html/html.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "document_nodes.h"
#include "page/page.h"
#include "press/text/markdown.h"

using namespace broadsheet;

namespace {

std::string html_of(const model::Document& document) {
    std::string html;
    for (const page::Node& node : tests::plain_nodes(document)) html += page::node_to_html(node);
    return html;
}

std::string cleaned(std::string_view html) {
    REQUIRE(!press::is_too_complex(html));
    return html_of(press::clean_html(html).document);
}

std::string from_markdown(std::string_view markdown) {
    return html_of(press::parse_markdown(markdown).document);
}

}  // namespace

TEST_CASE("scripts and event handlers are removed") {
    const std::array<std::pair<std::string, std::string>, 62> attacks = {{
        {"<script>alert(1)</script>x", "x"},
        {"<SCRIPT SRC=//evil></SCRIPT>x", "x"},
        {"<script>a</script ><p>x", "<p>x</p>"},
        {"<scr<script>ipt>alert(1)</script>", "ipt&gt;alert(1)"},
        {"<img src=x onerror=alert(1)>", "<img src=\"x\" alt=\"\">"},
        {"<img src=x oNeRrOr=alert(1)>", "<img src=\"x\" alt=\"\">"},
        {"<img/src=x/onerror=alert(1)>", "<img src=\"x/onerror=alert(1)\" alt=\"\">"},
        {"<img src=\"javascript:alert(1)\">x", "x"},
        {"<img src=\"javascript:alert(1)\" alt=\"seen\">", "seen"},
        {"<img src=data:image/svg+xml,<svg/onload=alert(1)>>x", "&gt;x"},
        {"<a href=\"javascript:alert(1)\">x</a>", "x"},
        {"<a href=\"JaVaScRiPt:alert(1)\">x</a>", "x"},
        {"<a href=\" javascript:alert(1)\">x</a>", "x"},
        {"<a href=\"java\tscript:alert(1)\">x</a>", "x"},
        {"<a href=\"java&#10;script:alert(1)\">x</a>", "x"},
        {"<a href=\"java&Tab;script&colon;alert(1)\">x</a>", "x"},
        {"<a href=\"&#106;avascript:alert(1)\">x</a>", "x"},
        {"<a href=\"&#x6A;avascript&#58;alert(1)\">x</a>", "x"},
        {"<a href=\"\x01javascript:alert(1)\">x</a>",
         "<a href=\"%EF%BF%BDjavascript:alert(1)\">x</a>"},
        {"<a href=\"vbscript:x\">x</a>", "x"},
        {"<a href=\"data:text/html,<script>alert(1)</script>\">x</a>", "x"},
        {"<a href=\"javascript:a\"><img src=\"javascript:b\" alt=\"t\"></a>", "t"},
        {"<a href=\"javascript:a\"><p>x</p></a>", "<p>x</p>"},
        {"<a href=x onclick=alert(1) style=color:red target=_top>x</a>", "<a href=\"x\">x</a>"},
        {"<p onmouseover=\"alert(1)\" style=\"position:fixed\" class=\"button\">x</p>", "<p>x</p>"},
        {"<svg><script>alert(1)</script></svg>x", "x"},
        {"<svg onload=alert(1)>x", ""},
        {"<svg><a xlink:href=\"javascript:alert(1)\"><text>x</text></a></svg>y", "y"},
        {"<svg><foreignObject><iframe src=x></iframe></foreignObject></svg>y", "y"},
        {"<math><maction actiontype=statusline xlink:href=javascript:alert(1)>x</maction></math>y",
         "y"},
        {"<style>*{background:url(//evil)}</style>x", "x"},
        {"<style>@import '//evil'", ""},
        {"<link rel=stylesheet href=//evil>x", "x"},
        {"<iframe src=//evil>a</iframe>x", "x"},
        {"<iframe srcdoc=\"<script>alert(1)</script>\"></iframe>x", "x"},
        {"<frameset><frame src=//evil></frameset>x", "x"},
        {"<object data=//evil>a</object>x", "x"},
        {"<embed src=//evil>x", "x"},
        {"<applet code=x>a</applet>x", "x"},
        {"<base href=//evil>x", "x"},
        {"<meta http-equiv=refresh content=\"0;url=//evil\">x", "x"},
        {"<form action=//evil><input name=p><button>go</button>x</form>", "<div>x</div>"},
        {"<button formaction=javascript:alert(1)>x</button>y", "y"},
        {"<isindex action=//evil prompt=p>x", "x"},
        {"<textarea><p>a</textarea>x", "x"},
        {"<select><option>a</select>x", "x"},
        {"<template><script>alert(1)</script></template>x", "x"},
        {"<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">x", "<p>x</p>"},
        {"<dialog open>x</dialog>y", "y"},
        {"<marquee onstart=alert(1)>x</marquee>", "x"},
        {"<video onerror=alert(1)><source src=javascript:alert(1)></video>x", "x"},

        {"<details ontoggle=alert(1) open>x</details>",
         "<details open=\"\"><summary>Details</summary>x</details>"},
        {"<details>x</details>", "<details><summary>Details</summary>x</details>"},
        {"<body onload=alert(1)>x", "x"},
        {"</body></html><script>alert(1)</script>x", "x"},
        {"<!--[if IE]><script>alert(1)</script><![endif]-->x", "x"},
        {"<!--><script>alert(1)</script>-->x", "--&gt;x"},
        {"<?xml version=\"1.0\"?><script>alert(1)</script>x", "x"},
        {"<xss id=a onclick=alert(1)>x</xss>", "<span id=\"a\">x</span>"},
        {"<p id=\"a b\" lang=\"de\" dir=\"rtl\">x</p>",
         "<p id=\"ab\" lang=\"de\" dir=\"rtl\">x</p>"},
        {"<p lang=\"x&quot; onclick=&quot;y\">x</p>", "<p>x</p>"},
        {"<p id=\"&quot;&gt;&lt;script&gt;\">x</p>", "<p id=\"&quot;&gt;&lt;script&gt;\">x</p>"},
    }};
    for (const auto& [attack, expected] : attacks) {
        const std::string shown(attack);
        INFO(shown);
        CHECK(cleaned(attack) == expected);
    }
}

TEST_CASE(
    "noscript-words: what is for readers without scripts stays, and pictures are there once") {
    const std::array<std::pair<std::string, std::string>, 5> cases = {{
        {"<p>a <noscript>words</noscript> b</p>", "<p>a words b</p>"},
        {"<noscript><p>One.</p><img src=\"a.png\" alt=\"A\"></noscript>",
         "<p>One.</p><img src=\"a.png\" alt=\"A\">"},
        {"<img src=\"data:image/gif;base64,R0\" data-src=\"a.png\" alt=\"A\">"
         "<noscript><img src=\"a.png\" alt=\"A\"></noscript>",
         "<img src=\"a.png\" alt=\"A\">"},
        {"<noscript><script>alert(1)</script>x</noscript>", "x"},
        {"<img src=\"b.png\" data-src=\"javascript:alert(1)\" alt=\"B\">",
         "<img src=\"b.png\" alt=\"B\">"},
    }};
    for (const auto& [html, expected] : cases) {
        const std::string shown(html);
        INFO(shown);
        CHECK(cleaned(html) == expected);
    }
}

TEST_CASE("identifier-with-dot: a name may have dots, unless they begin a class of kramdown") {
    CHECK(from_markdown("## A {#problem.rand}") == "<h2 id=\"problem.rand\">A</h2>");
    CHECK(from_markdown("## A {#x .y}") == "<h2 id=\"x\">A</h2>");
    CHECK(from_markdown("## A {: #x.y}") == "<h2 id=\"x\">A</h2>");
}

TEST_CASE("bare-mail-schemes: mailto: and xmpp: before an address are links, as GitHub has them") {
    const std::array<std::pair<std::string, std::string>, 12> cases = {{
        {"mailto:a@b.example", "<p><a href=\"mailto:a@b.example\">mailto:a@b.example</a></p>"},
        {"xmpp:a@b.example/room.",
         "<p><a href=\"xmpp:a@b.example/room\">xmpp:a@b.example/room</a>.</p>"},
        {"xmpp:a@b.example/t/u", "<p><a href=\"xmpp:a@b.example/t\">xmpp:a@b.example/t</a>/u</p>"},
        {"Ask mailto:a@b.example/x, or",
         "<p>Ask <a href=\"mailto:a@b.example\">mailto:a@b.example</a>/x, or</p>"},
        {"<mailto:a@b.example>", "<p><a href=\"mailto:a@b.example\">mailto:a@b.example</a></p>"},
        {"<xmpp:a@b.example>", "<p><a href=\"xmpp:a@b.example\">xmpp:a@b.example</a></p>"},
        {"`mailto:a@b.example`", "<p><code>mailto:a@b.example</code></p>"},
        {"[mailto:a@b.example](/x/)", "<p><a href=\"/x/\">mailto:a@b.example</a></p>"},
        {"mailto:a@b.example-", "<p>mailto:a@b.example-</p>"},
        {"mailto:a@b, mailto:", "<p>mailto:a@b, mailto:</p>"},
        {"javascript:a@b.example", "<p>javascript:a@b.example</p>"},
        {"<javascript:alert(1)>", "<p>javascript:alert(1)</p>"},
    }};
    for (const auto& [markdown, expected] : cases) {
        const std::string shown(markdown);
        INFO(shown);
        CHECK(from_markdown(markdown) == expected);
        press::MarkdownOptions by_html;
        by_html.route = press::Route::through_html;
        CHECK(html_of(press::parse_markdown(markdown, by_html).document) == expected);
    }
}

TEST_CASE("malformed HTML leaves no elements or attributes that run or load anything") {
    const std::array<std::string, 6> broken = {
        "<p <script>alert(1)//<",
        "<<<<script>>",
        "<a href='x' <img src=x onerror=a>>y",
        "<table><script>x</script><tr onclick=a><td>y",
        "\"><img src=x onerror=alert(1)>",
        "<title></title><svg><style><img src=x onerror=a></style>"};
    for (const std::string& html : broken) {
        const std::string out = cleaned(html);
        INFO(out);
        for (const char* bad : {"<script", "<style", "<svg", " onerror=\"", " onclick=\""}) {
            CHECK(out.find(bad) == std::string::npos);
        }
    }
}

TEST_CASE("semantic HTML is kept") {
    const std::array<std::pair<std::string, std::string>, 27> cases = {{
        {"<table><caption>Trains, <b>local</b> time</caption><tr><td>a</table>",
         "<figure><div "
         "class=\"table-scroller\"><table><tbody><tr><td>a</td></tr></tbody></table></div>"
         "<figcaption>Trains, <strong>local</strong> time</figcaption></figure>"},
        {"<h2 id=\"a\">T</h2>", "<h2 id=\"a\">T</h2>"},
        {"<ul><li>a<li>b</ul>", "<ul><li>a</li><li>b</li></ul>"},
        {"<ul><p>a</p><li>b</ul>", "<ul><li><p>a</p></li><li>b</li></ul>"},
        {"<li>a</li> <li>b</li>", "<ul><li>a</li></ul><ul><li>b</li></ul>"},
        {"<ol start=3><li>a</ol>", "<ol start=\"3\"><li>a</li></ol>"},
        {"<ol type=a><li>a<li value=7>b<li>c</ol>",
         "<ol type=\"a\"><li data-number=\"a\">a</li><li value=\"7\" data-number=\"g\">b</li>"
         "<li data-number=\"h\">c</li></ol>"},
        {"<ol reversed><li>a<ul type=circle><li value=3>b</ul><li>c</ol>",
         "<ol start=\"2\"><li value=\"2\" data-number=\"2\">a<ul><li>b</li></ul></li>"
         "<li value=\"1\" data-number=\"1\">c</li></ol>"},
        {"<ol type=disc reversed start=9><li>a<li value=4>b<li>c</ol>",
         "<ol start=\"9\"><li value=\"9\" data-number=\"9\">a</li><li value=\"4\" "
         "data-number=\"4\">b</li>"
         "<li value=\"3\" data-number=\"3\">c</li></ol>"},
        {"<dl><dt>t<dd>d</dl>", "<dl><dt>t</dt><dd>d</dd></dl>"},
        {"<dl><div><dt>t<dd>d</div></dl>", "<dl><dt>t</dt><dd>d</dd></dl>"},
        {"<figure><p><img src=/a.png> <a href=/b><img src=/b.png></a><br></p><figure><img "
         "src=/c.png></figure><figcaption>all</figcaption></figure>",
         "<figure><div class=\"gallery\"><figure class=\"gallery-item\"><img src=\"/a.png\" "
         "alt=\"\"></figure><figure class=\"gallery-item\"><a href=\"/b\"><img src=\"/b.png\" "
         "alt=\"\"></a></figure><figure class=\"gallery-item\"><img src=\"/c.png\" "
         "alt=\"\"></figure></div><figcaption>all</figcaption></figure>"},
        {"<figure><figcaption>c</figcaption><img src=/a.png alt=b></figure>",
         "<figure><img src=\"/a.png\" alt=\"b\"><figcaption>c</figcaption></figure>"},
        {"<details>b<summary>s</summary></details>", "<details><summary>s</summary>b</details>"},
        {"<ruby>漢<rp>(<rt>kan<rp>)</ruby>", "漢 (kan)"},
        {"<i>a</i><b>b</b><tt>c</tt>", "<em>a</em><strong>b</strong><code>c</code>"},
        {"<kbd>a</kbd><mark>b</mark><abbr title=\"t\">c</abbr>",
         "<kbd>a</kbd><mark>b</mark><abbr title=\"t\">c</abbr>"},
        {"<sup>a</sup><sub>b</sub><ins>c</ins><del>d</del><s>e</s>",
         "<sup>a</sup><sub>b</sub><ins>c</ins><del>d</del><del>e</del>"},
        {"<pre>\na <b>b</b>\n</pre>", "<pre><code>a b\n</code></pre>"},
        {"<pre><code class=\"x language-go\">a</code></pre>",
         "<pre><code class=\"language-go\">a</code></pre>"},
        {"<a name=\"old\"></a>x", "<span id=\"old\"></span>x"},
        {"<b><p>a</p>b</b>", "<p><strong>a</strong></p><strong>b</strong>"},
        {"<h1><div>a</div><div>b</div></h1>", "<h1>a\nb</h1>"},
        {"<div>a</div><div>b</div>", "<div>a</div><div>b</div>"},
        {"<div><div><p>a</p></div></div>", "<p>a</p>"},
        {"<td>a</td>", "a"},
        {"<img src=a width=10 height=20px alt=x>",
         "<img loading=\"lazy\" src=\"a\" alt=\"x\" width=\"10\" height=\"20\" "
         "decoding=\"async\">"},
    }};
    for (const auto& [html, expected] : cases) {
        const std::string shown(html);
        INFO(shown);
        CHECK(cleaned(html) == expected);
    }
}

TEST_CASE("the names of dropped elements are reported") {
    const auto result = press::clean_html("<p>a<script>b</script><iframe></iframe><svg></svg></p>");
    CHECK(result.dropped_elements == std::set<std::string>{"iframe", "script", "svg"});
}

TEST_CASE("Markdown around and inside HTML is converted") {
    CHECK(from_markdown("<div>\n\n*a*\n\n</div>") == "<p><em>a</em></p>");
    CHECK(from_markdown("a <kbd>Ctrl</kbd> *b*") == "<p>a <kbd>Ctrl</kbd> <em>b</em></p>");
    CHECK(from_markdown("<details><summary>s</summary>\n\n- a\n\n</details>") ==
          "<details><summary>s</summary><ul><li>a</li></ul></details>");
    CHECK(from_markdown("[x](javascript:alert(1)) <b>y</b>") == "<p>x <strong>y</strong></p>");
    CHECK(from_markdown("[x](javascript:alert(1))") == "<p>x</p>");
    CHECK(from_markdown("[x](java&Tab;script&colon;a) ![y](data:image/svg+xml,a)") == "<p>x y</p>");
    CHECK(from_markdown("<javascript:alert(1)>") == "<p>javascript:alert(1)</p>");
    CHECK(from_markdown("a <?php echo '>' ?> b") == "<p>a  b</p>");
}

TEST_CASE("HTML that is too expensive to parse is ignored, and its text is kept") {
    std::string deep;
    for (int i = 0; i < 100'000; ++i) deep += "<div>";
    CHECK(press::is_too_complex(deep));
    std::string formatting;
    for (int i = 0; i < 2'000; ++i) formatting += "<b id=" + std::to_string(i) + ">";
    for (int i = 0; i < 20'000; ++i) formatting += "<p>";
    CHECK(press::is_too_complex(formatting));
    const auto result = press::parse_markdown("Before\n\n" + deep + "\n\nAfter");
    CHECK(result.too_complex);
    CHECK(model::plain_text(result.document) == "Before\nAfter");
    std::string wide;
    for (int i = 0; i < 100'000; ++i) wide += "<p>a<li>b";
    CHECK(!press::is_too_complex(wide));
}

TEST_CASE("content that is nested too deeply is flattened") {
    std::string quotes(5'000, '>');
    const auto result = press::parse_markdown(quotes + " x");
    int depth = 0;
    const std::vector<model::Node>* level = &result.document.blocks;
    while (!level->empty()) {
        level = &level->front().children;
        ++depth;
    }
    CHECK(depth <= model::maximum_depth);
    std::string html;
    for (int i = 0; i < 300; ++i) html += "<div id=a" + std::to_string(i) + "><li>";
    CHECK(cleaned(html + "x").find('x') != std::string::npos);
}

TEST_CASE("identifiers that scripts use get a prefix, and so do links to them") {
    CHECK(cleaned("<p id=location>x</p><a href=\"#location\">y</a><p id=locations>z</p>") ==
          "<p id=\"user-content-location\">x</p><a href=\"#user-content-location\">y</a>"
          "<p id=\"locations\">z</p>");
    CHECK(cleaned("<a name=Module>x</a>").find("id=\"Module\"") == std::string::npos);
}
