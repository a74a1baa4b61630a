// What WordPress' blocks say in their attributes, and how their names may be written.
#include <doctest/doctest.h>

#include <string>

#include "press/import/wordpress/wordpress_text.h"
#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace {

std::string blocks_as_markdown(const std::string& content) {
    return test::markdown_of(read_wordpress_text, content);
}

// A post, and the pattern 300 that it shows.
std::string with_pattern(const std::string& post, const std::string& pattern) {
    std::string items = post_item(1, post);
    items += "<item><title>P</title><content:encoded><![CDATA[";
    items += pattern;
    items +=
        "]]></content:encoded><wp:post_id>300</wp:post_id><wp:status>publish</wp:status>"
        "<wp:post_type>wp_block</wp:post_type></item>";
    return items;
}

constexpr const char* pattern_of_two =
    "<!-- wp:paragraph {\"metadata\":{\"name\":\"Offer\",\"id\":\"x1\"}} -->\n<p>Usual</p>\n"
    "<!-- /wp:paragraph -->\n\n<!-- wp:buttons -->\n<div><!-- wp:button {\"metadata\":{\"name\":"
    "\"Go\"}} -->\n<div class=\"wp-block-button\"><a class=\"wp-block-button__link\" "
    "href=\"https://a.example/\">Read</a></div>\n<!-- /wp:button --></div>\n<!-- /wp:buttons -->";

}  // namespace

TEST_CASE("core-blocks: blocks of WordPress are the same with core/ before their names") {
    CHECK(blocks_as_markdown("<!-- wp:core/paragraph --><p>One</p><!-- /wp:core/paragraph -->"
                             "<!-- wp:core/separator /--><!-- wp:paragraph --><p>Two</p>"
                             "<!-- /wp:paragraph -->") == "One\n\n---\n\nTwo\n");
    CHECK(has(blocks_as_markdown("<!-- wp:core/embed {\"url\":\"https://youtu.be/abc\"} -->"
                                 "<figure>https://youtu.be/abc</figure><!-- /wp:core/embed -->"),
              "embed/abc"));
    const ImportedWordpress site(
        with_pattern("<!-- wp:core/block {\"ref\":300} /-->", pattern_of_two));
    CHECK(has(site.post(1), "Usual\n\n[Read](https://a.example/)"));
    CHECK(site.report.blocks.empty());
}

TEST_CASE("members-patterns: a pattern for members withholds its article, however it is written") {
    const std::string secret = "<p>Free</p>[members]Secret[/members]";
    for (const char* block :
         {"<!-- wp:block {\"ref\":300} /-->", "<!-- wp:core/block {\"ref\":300} /-->",
          "<!-- wp:block {\"className\":\"a\",\"ref\":300} /-->",
          "<!-- wp:block {\"ref\": 300} --><!-- /wp:block -->"}) {
        CAPTURE(block);
        const ImportedWordpress site(with_pattern(block, secret));
        CHECK_FALSE(has(site.post(1), "Secret"));
    }
}

TEST_CASE("pattern-overrides: an article's own words take the place of a pattern's") {
    const ImportedWordpress site(with_pattern(
        "<!-- wp:block {\"ref\":300,\"content\":{\"Offer\":{\"content\":\"Own <em>words</em>\"},"
        "\"Go\":{\"text\":\"Buy\",\"url\":\"https://b.example/?a=1&b=2\"}}} /-->",
        pattern_of_two));
    CHECK(has(site.post(1), "Own *words*\n\n[Buy](https://b.example/?a=1&b=2)"));
    CHECK_FALSE(has(site.post(1), "Usual"));
    const ImportedWordpress old(with_pattern(
        "<!-- wp:block {\"ref\":300,\"overrides\":{\"x1\":{\"content\":\"Older\"}}} /-->",
        pattern_of_two));
    CHECK(has(old.post(1), "Older\n\n[Read]"));
}

TEST_CASE("blocks-of-attributes: networks, tracks and tabs show what their attributes say") {
    CHECK(blocks_as_markdown(
              "<!-- wp:social-links --><ul class=\"wp-block-social-links\"><!-- wp:social-link "
              "{\"url\":\"https://m.example/@a\",\"service\":\"mastodon\"} /--><!-- wp:social-link "
              "{\"url\":\"https://n.example/\",\"label\":\"Our <News>\"} /--></ul>"
              "<!-- /wp:social-links -->") ==
          "- [Mastodon](https://m.example/@a)\n- [Our \\<News>](https://n.example/)\n");
    const std::string tracks = blocks_as_markdown(
        "<!-- wp:playlist --><figure><ol><!-- wp:playlist-track {\"src\":\"https://a.example/1.mp3"
        "\",\"title\":\"One\",\"artist\":\"Ann\"} /--></ol></figure><!-- /wp:playlist -->");
    CHECK(has(tracks, "One, Ann"));
    CHECK(has(tracks, "<audio src=\"https://a.example/1.mp3\" controls>"));
    CHECK(blocks_as_markdown("<!-- wp:tab {\"label\":\"First\"} --><section><!-- wp:paragraph -->"
                             "<p>Text</p><!-- /wp:paragraph --></section><!-- /wp:tab -->") ==
          "**First**\n\nText\n");
}

TEST_CASE("file-with-one-link: a file stays whose only link is its button") {
    const std::string button =
        "<a href=\"/r.pdf\" class=\"wp-block-file__button\" download>Get it</a></div>";
    CHECK(blocks_as_markdown("<div class=\"wp-block-file\">" + button) == "[Get it](/r.pdf)\n");
    CHECK(blocks_as_markdown("<div class=\"wp-block-file\"><a href=\"/r.pdf\">R</a>" + button +
                             "<div class=\"wp-block-file\">" + button) ==
          "[R](/r.pdf)\n\n[Get it](/r.pdf)\n");
}

TEST_CASE("signs-of-folding: the sign beside a heading that folds is no word of it") {
    CHECK(blocks_as_markdown(
              "<h3><button class=\"wp-block-accordion-heading__toggle\"><span class=\"wp-block-"
              "accordion-heading__toggle-title\">Why?</span><span class=\"wp-block-accordion-"
              "heading__toggle-icon\" aria-hidden=\"true\">+</span></button></h3>") ==
          "### Why?\n");
}

TEST_CASE("backgrounds: a picture behind a block keeps its text and is shown once") {
    CHECK(blocks_as_markdown("<div><div role=\"img\" aria-label=\"A &quot;hill&quot;\" style=\""
                             "background-image:url(/h.jpg)\"></div><p>Words</p></div>") ==
          "![A \"hill\"](/h.jpg)\n\nWords\n");
    CHECK(blocks_as_markdown("<figure style=\"background-image:url(/m.jpg)\"><img src=\"/m.jpg\" "
                             "alt=\"\"/></figure><p>Words</p>") == "![](/m.jpg)\n\nWords\n");
    CHECK(blocks_as_markdown("<div style=\"background-image:url(data:image/png;base64,iVBO)\">"
                             "<p>Words</p></div>") == "Words\n");
}

TEST_CASE("preformatted-links: links in preformatted text lead where they led") {
    CHECK(blocks_as_markdown("<!-- wp:preformatted --><pre class=\"wp-block-preformatted\">Some "
                             "<a href=\"/l/\">link</a><br>  end</pre><!-- /wp:preformatted -->") ==
          "Some [link](/l/)\\\n\xC2\xA0\xC2\xA0"
          "end\n");
    CHECK(blocks_as_markdown("<pre class=\"wp-block-preformatted\">Some <b>text</b></pre>") ==
          "```\nSome text\n```\n");
}

TEST_CASE("embeds-without-attributes: the address in the text of an embed counts") {
    const std::string film =
        "<!-- wp:embed --><figure class=\"wp-block-embed\"><div>\nhttps://"
        "youtu.be/abc\n</div><figcaption>C</figcaption></figure>"
        "<!-- /wp:embed -->";
    CHECK(has(blocks_as_markdown(film), "embed/abc"));
    CHECK(has(blocks_as_markdown(film), "\nC\n"));
}
