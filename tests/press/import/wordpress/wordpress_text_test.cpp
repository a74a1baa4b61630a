// Texts of WordPress: blocks, shortcodes and footnotes.
#include "press/import/wordpress/wordpress_text.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace {

std::string markdown_of(const std::string& content) {
    return test::markdown_of(read_wordpress_text, content);
}

}  // namespace

TEST_CASE("shortcodes become what they mean, or are removed, but words in brackets stay") {
    CHECK(markdown_of("[caption width=\"6\"]<img src=\"a.jpg\" /> Words[/caption]") ==
          "<figure><img src=\"a.jpg\" alt=\"\">\n<figcaption>Words</figcaption></figure>\n");
    CHECK(markdown_of("He said [sic] so") == "He said \\[sic] so\n");
    CHECK(markdown_of("A [box color=\"red\"]text[/box] here") == "A text here\n");
    CHECK(markdown_of("[contact-form-7 id=\"1\"]").empty());
    CHECK(
        has(markdown_of("https://www.youtube.com/watch?v=abc"), "youtube-nocookie.com/embed/abc"));
}

TEST_CASE("shortcodes for an address become what the address alone becomes") {
    const std::string film = markdown_of("https://youtu.be/abc_-1");
    CHECK(has(film, "youtube-nocookie.com/embed/abc_-1"));
    CHECK(markdown_of("[youtube https://youtu.be/abc_-1]") == film);
    CHECK(markdown_of("[youtube=https://www.youtube.com/watch?v=abc_-1&w=320]") == film);
    CHECK(markdown_of("[youtube id=\"abc_-1\"]") == film);
    CHECK(markdown_of("[embedyt]https://www.youtube.com/watch?v=abc_-1[/embedyt]") == film);
    CHECK(markdown_of("[vimeo 123]") == markdown_of("https://vimeo.com/123"));
    CHECK(markdown_of("[gist https://gist.github.com/a/b]") == "<https://gist.github.com/a/b>\n");
    CHECK(markdown_of("[tweet 7]") == "<https://twitter.com/i/status/7>\n");
    CHECK(markdown_of("[soundcloud url=\"https://s.example/1\"]") == "<https://s.example/1>\n");
    CHECK(markdown_of("my [gist] and [vimeo clips on it]") ==
          "my \\[gist] and \\[vimeo clips on it]\n");
}

TEST_CASE("cells of tables keep their line breaks") {
    const std::string rows = "<tbody><tr><td>a<br/>b<br></td></tr></tbody></table>";
    CHECK(markdown_of("<table><thead><tr><th>h</th></tr></thead>" + rows) ==
          "| h |\n| --- |\n| a<br>b |\n");
    CHECK(has(markdown_of("<table>" + rows), "<td>a<br>b</td>"));
}

TEST_CASE("formulas are known, with their TeX as it was written") {
    const auto read = [](const std::string& html) {
        return read_wordpress_text(html, TextContext{}).formulas;
    };
    using List = std::vector<std::string>;
    CHECK(read("[latex]\\frac{a_1}{b} &lt; c[/latex] and $latex x^2&s=2&bg=fff$") ==
          List{"\\frac{a_1}{b} < c", "x^2"});
    CHECK(read("[latex]a<br />\nb[/latex]") == List{"a  b"});
    CHECK(
        read(
            "<p>A <math data-latex=\"a &lt; b\"><semantics><mi>a</mi></semantics></math></p><math "
            "display=\"block\"><semantics><mi>c</mi><annotation encoding=\"application/x-tex\">c_1 "
            "&amp; d</annotation></semantics></math><math><mi>e</mi></math>") ==
        List{"a < b", "c_1 & d"});
    CHECK(read("<code>[latex]a[/latex]</code> $latexer$ [latex][/latex] $latex a").empty());
}

TEST_CASE("code that was written without escaping arrives as it was written") {
    CHECK(markdown_of("[sourcecode language=\"php\"]\n<?php echo \"[x]\"; ?>\n[/sourcecode]") ==
          "```php\n<?php echo \"[x]\"; ?>\n```\n");
    CHECK(markdown_of("[php]<?php $a[0] && b(); [/php]") == "```php\n<?php $a[0] && b(); \n```\n");
    CHECK(markdown_of("[code]\n#include <stdio.h>\n<!--more-->\n\n[gallery]\n[/code]") ==
          "```\n#include <stdio.h>\n<!--more-->\n\n[gallery]\n```\n");
    CHECK(markdown_of("[html]<p class=\"a\"><b>x</b></p>[/html]") ==
          "```html\n<p class=\"a\"><b>x</b></p>\n```\n");
    CHECK(markdown_of("<pre><?php echo 1; ?></pre>") == "```\n<?php echo 1; ?>\n```\n");
    CHECK(
        markdown_of("<pre class=\"brush: cpp\"><code>#include <string>\n&lt;b&gt;</code></pre>") ==
        "```cpp\n#include <string>\n<b>\n```\n");
    CHECK(markdown_of("<pre lang=\"python\">\ndef f():\n    return \"<b>x</b>\"\n</pre>") ==
          "```python\ndef f():\n    return \"<b>x</b>\"\n```\n");
    CHECK(markdown_of("Use <code><div></code> and <code><?php x ?></code>") ==
          "Use `<div>` and `<?php x ?>`\n");
    CHECK(markdown_of("<!-- wp:syntaxhighlighter/code {\"language\":\"bash\"} -->\n<pre "
                      "class=\"wp-block-syntaxhighlighter-code\">ls &lt;b&gt;</pre>\n"
                      "<!-- /wp:syntaxhighlighter/code -->") == "```bash\nls <b>\n```\n");
}

TEST_CASE("code that was escaped, or has formatting, stays what it is") {
    CHECK(markdown_of("[php]&lt;?php echo 1;<br />\n2; [/php]") ==
          "```php\n<?php echo 1;\n2; \n```\n");
    CHECK(markdown_of("<pre><b>a</b> <span class=\"k\">b</span> c < d</pre>") ==
          "```\na b c < d\n```\n");
    CHECK(markdown_of("[[php]x[/php]] and [c] without an end") ==
          "\\[php]x\\[/php] and \\[c] without an end\n");
}

TEST_CASE("blocks lose their comments") {
    CHECK(markdown_of("<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n"
                      "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n"
                      "<!-- wp:heading {\"level\":3} -->\n<h3>Two</h3>\n<!-- /wp:heading -->") ==
          "One\n\n<!--more-->\n\n### Two\n");
    CHECK(markdown_of("<!-- wp:latest-posts /-->").empty());
    CHECK(
        markdown_of("<!-- wp:social-links --><ul><!-- wp:social-link {\"url\":\"x\"} /--></ul><!-- "
                    "/wp:social-links -->")
            .empty());
}

TEST_CASE("headings that fold keep their text, and files have one link") {
    CHECK(markdown_of(
              "<!-- wp:accordion-heading --><h3><button class=\"wp-block-accordion-heading__"
              "toggle\"><span>A question</span></button></h3><!-- /wp:accordion-heading -->") ==
          "### A question\n");
    CHECK(
        markdown_of("<div class=\"wp-block-file\"><a href=\"/r.pdf\">Report</a><a href=\"/r.pdf\" "
                    "class=\"wp-block-file__button\" download>Download</a></div>") ==
        "[Report](/r.pdf)\n");
}

TEST_CASE("footnotes keep their references and texts") {
    const ImportedWordpress site(post_item(
        1,
        "<!-- wp:paragraph -->\n<p>One<sup data-fn=\"b\" class=\"fn\"><a href=\"#b\" "
        "id=\"b-link\">1</a></sup> two<sup data-fn=\"a\" class=\"fn\"><a href=\"#a\">2</a></sup>."
        "</p>\n<!-- /wp:paragraph -->\n\n<!-- wp:footnotes /-->",
        "<wp:postmeta><wp:meta_key>footnotes</wp:meta_key><wp:meta_value><![CDATA["
        R"([{"content":"Note <em>a<\/em>","id":"a"},{"content":"Note b","id":"b"}])"
        "]]></wp:meta_value></wp:postmeta>"));
    CHECK(has(site.post(1), "One[^1] two[^2].\n\n[^1]: Note b\n\n[^2]: Note *a*\n"));
    CHECK(site.report.inexact.empty());
    CHECK(site.report.blocks.empty());
}

TEST_CASE("attributes of blocks are JSON") {
    CHECK(has(markdown_of("<!-- wp:embed {\"caption\":\"\\\"url\\\":\",\"url\":"
                          "\"https:\\/\\/youtu.be\\/a\\u0062c\"} -->\n<figure>x</figure>\n"
                          "<!-- /wp:embed -->"),
              "embed/abc"));
    CHECK(markdown_of("<!-- wp:embed {\"url\": -->\n<p>kept</p>\n<!-- /wp:embed -->") == "kept\n");
}

TEST_CASE("what a list says when it is empty is not shown") {
    CHECK(markdown_of("<!-- wp:query --><div><!-- wp:query-no-results --><!-- wp:group --><p>Sorry"
                      "</p><!-- /wp:group --><!-- /wp:query-no-results --></div><!-- /wp:query -->"
                      "<!-- wp:paragraph --><p>After</p><!-- /wp:paragraph -->") == "After\n");
}

TEST_CASE("references written twice are repaired, but never in code") {
    CHECK(markdown_of("A &amp;amp; B <code>&amp;amp;</code>\n\n<pre>a &amp;amp; b</pre>") ==
          "A & B `&amp;`\n\n```\na &amp; b\n```\n");
    CHECK(markdown_of("[code]a &amp;amp; b[/code]") == "```\na &amp; b\n```\n");
    CHECK(markdown_of("Not &amp;amp;amp; here") == "Not \\&amp;amp; here\n");
}

TEST_CASE("a poem keeps its lines, stanzas, links and emphasis") {
    CHECK(markdown_of("<!-- wp:verse --><pre class=\"wp-block-verse\">Red <em>roses</em>,\n"
                      "  <a href=\"/b/\">blue</a>\n\nEnd</pre><!-- /wp:verse -->") ==
          "Red *roses*,\\\n\xC2\xA0\xC2\xA0[blue](/b/)\n\nEnd\n");
}

TEST_CASE("pictures behind a block are shown, and what cannot be is counted") {
    CHECK(markdown_of("<!-- wp:cover {\"url\":\"/c.jpg\"} --><div class=\"wp-block-cover\" style=\""
                      "background-image:url(/c.jpg)\"><!-- wp:paragraph --><p>Title</p>"
                      "<!-- /wp:paragraph --></div><!-- /wp:cover -->") ==
          "![](/c.jpg)\n\nTitle\n");
    const ImportedText text = read_alone(
        read_wordpress_text, "[gallery ids=\"41,42\"]\n\n<img src=\"data:image/png;base64,iVBO\">");
    CHECK(text.dropped_shortcodes.at("gallery: file 41, which the export lacks") == 1);
    CHECK(text.dropped_elements.at("img with its picture in the text (data:)") == 1);
    CHECK(text.document.blocks.empty());
}

TEST_CASE("acf-block-words: sentences in the fields of a block without HTML stay") {
    const std::string quote =
        "<!-- wp:acf/quote-box {\"data\":{\"quote\":\"To be or <b>not</b> to be.\\n\\nThat is "
        "it.\","
        "\"_quote\":\"field a b\",\"image\":12,\"style\":\"wide\",\"link\":\"https://a.example/ "
        "b\"}} /-->";
    const ImportedText text = read_alone(read_wordpress_text, quote);
    CHECK(text.dropped_blocks.at("acf/quote-box") == 1);
    CHECK(markdown_of(read_wordpress_text, quote) == "To be or **not** to be.\n\nThat is it.\n");
}

TEST_CASE("video-posters: the picture before a film stays") {
    CHECK(has(markdown_of(read_wordpress_text, "[video mp4=\"/v.mp4\" poster=\"/p.jpg\"][/video]"),
              "<video src=\"/v.mp4\" poster=\"/p.jpg\" controls>"));
}

TEST_CASE("sound and film keep their captions, sizes and players") {
    CHECK(markdown_of(read_wordpress_text,
                      "[video width=\"640\" height=\"360\" mp4=\"/v.mp4\"]<track src=\"/v.vtt\" "
                      "kind=\"captions\" srclang=\"en\">[/video]") ==
          "<video src=\"/v.mp4\" width=\"640\" height=\"360\" controls><track kind=\"captions\" "
          "src=\"/v.vtt\" srclang=\"en\"></video>\n");
    // WordPress shows a player for the address of a file on a line of its own, and in [embed].
    for (const char* text : {"a\n\nhttps://a.example/x.mp3\n\nb",
                             "a\n\n[embed]https://a.example/x.mp3[/embed]\n\nb"}) {
        CHECK(markdown_of(read_wordpress_text, text) ==
              "a\n\n<audio src=\"https://a.example/x.mp3\" controls></audio>\n\nb\n");
    }
}

TEST_CASE(
    "caption-without-picture: what a caption without a picture holds stays, without a frame") {
    CHECK(markdown_of("[caption width=\"10\"]no image[/caption]") == "no image\n");
    CHECK(markdown_of("[caption caption=\"Said\"]Film[/caption]") == "Film\n\nSaid\n");
    CHECK(markdown_of("Before [caption width=\"10\"] after") == "Before  after\n");
}

TEST_CASE("lists-of-pictures: galleries that are written as lists are galleries") {
    const std::string item =
        "<li class=\"blocks-gallery-item\"><figure><img src=\"a.jpg\" alt=\"A\">"
        "<figcaption>One</figcaption></figure></li>";
    const std::string other = "<li><a href=\"/b.jpg\"><img src=\"b.jpg\" alt=\"B\"></a></li>";
    const std::string figures =
        "<figure><img src=\"a.jpg\" alt=\"A\">\n<figcaption>One</figcaption></figure>\n"
        "<figure><a href=\"/b.jpg\"><img src=\"b.jpg\" alt=\"B\"></a></figure>\n";
    CHECK(markdown_of("<!-- wp:gallery --><ul class=\"wp-block-gallery\">" + item + other +
                      "</ul><!-- /wp:gallery -->") == "<figure>\n" + figures + "</figure>\n");
    CHECK(markdown_of("<!-- wp:gallery --><figure class=\"wp-block-gallery\"><ul>" + item + other +
                      "</ul><figcaption>All</figcaption></figure><!-- /wp:gallery -->") ==
          "<figure>\n" + figures + "<figcaption>All</figcaption>\n</figure>\n");
    CHECK(markdown_of("<ul><li><img src=\"a.jpg\"> Words</li></ul>") == "- ![](a.jpg) Words\n");
    CHECK(markdown_of("<ul><li>One</li><li><img src=\"a.jpg\"></li></ul>") ==
          "- One\n- ![](a.jpg)\n");
}
