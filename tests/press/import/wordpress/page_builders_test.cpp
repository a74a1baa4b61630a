// The shortcodes of page builders keep the headings, texts, links and pictures of their attributes.
#include <doctest/doctest.h>

#include <string>

#include "press/import/wordpress/wordpress_text.h"
#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace {

std::string built(const std::string& text) { return markdown_of(read_wordpress_text, text); }

}  // namespace

TEST_CASE("WPBakery's headings, buttons, videos and raw HTML are kept") {
    CHECK(built("[vc_row][vc_column width=\"1/2\"][vc_custom_heading text=\"Our hours\"]"
                "[vc_column_text]Left.\n\nSecond.[/vc_column_text][vc_btn title=\"Buy now\" "
                "link=\"url:https%3A%2F%2Fshop.example%2Fbuy|title:Buy\"][vc_raw_html]"
                "JTNDcCUzRVJhdyUyMEhUTUwlM0MlMkZwJTNF[/vc_raw_html][/vc_column][/vc_row]") ==
          "## Our hours\n\nLeft.\n\nSecond.\n\n[Buy now](https://shop.example/buy)\n\nRaw HTML\n");
    CHECK(has(built("[vc_video link=\"https://www.youtube.com/watch?v=abcdefghijk\"]"),
              "embed/abcdefghijk"));
    CHECK(built("[vc_tta_accordion][vc_tta_section title=\"Parking\"][vc_column_text]Behind."
                "[/vc_column_text][/vc_tta_section][/vc_tta_accordion]") ==
          "### Parking\n\nBehind.\n");
}

TEST_CASE("a picture of the library is found by its number") {
    const std::string picture =
        "<item><title>P</title><wp:post_id>50</wp:post_id><wp:post_type>attachment</wp:post_type>"
        "<wp:attachment_url>https://paper.example/wp-content/uploads/p.jpg</wp:attachment_url>"
        "</item>";
    const ImportedWordpress site(post_item(1, "[vc_single_image image=\"50\" img_size=\"full\"]") +
                                 picture);
    CHECK(has(site.post(1), "![](https://paper.example/wp-content/uploads/p.jpg)"));
    CHECK(site.report.shortcodes.empty());
}

TEST_CASE("Divi's and Avada's modules are kept") {
    CHECK(built("[et_pb_section fb_built=\"1\"][et_pb_row][et_pb_image src=\"/d.jpg\" alt=\"Pic\" "
                "/][et_pb_blurb title=\"Fast %22delivery%22\" image=\"/e.jpg\"]<p>Text</p>"
                "[/et_pb_blurb][et_pb_button button_url=\"https://shop.example\" "
                "button_text=\"Order\" /][/et_pb_row][/et_pb_section]") ==
          "![Pic](/d.jpg)\n\n![](/e.jpg)\n\n### Fast \"delivery\"\n\nText\n\n"
          "[Order](https://shop.example)\n");
    CHECK(built("[fusion_text]One[/fusion_text][fusion_text]Two[/fusion_text]"
                "[fusion_button link=\"/b/\"]Go[/fusion_button]") == "One\n\nTwo\n\n[Go](/b/)\n");
    CHECK(built("[fusion_imageframe]/f.jpg[/fusion_imageframe]") == "![](/f.jpg)\n");
}

TEST_CASE("columns, tabs, quotations and buttons of themes are kept") {
    CHECK(built("[one_half]Left.[/one_half][one_half_last]Right.[/one_half_last]\n\n"
                "[tabs][tab title=\"Monday\"]Soup[/tab][tab title=\"Tuesday\"]Fish[/tab][/tabs]") ==
          "Left.\n\nRight.\n\n### Monday\n\nSoup\n\n### Tuesday\n\nFish\n");
    CHECK(built("[su_quote cite=\"Einstein\"]Time is relative.[/su_quote]") ==
          "> Time is relative.\n>\n> \xE2\x80\x94 Einstein\n");
    CHECK(built("[button link=\"https://shop.example/\"]Buy[/button]") ==
          "[Buy](https://shop.example/)\n");
    CHECK(built("Do [button link=\"/b/\"]buy[/button] it") == "Do [buy](/b/) it\n");
    CHECK(built("A [box color=\"red\"]word[/box] here, and a [tab] key") ==
          "A word here, and a \\[tab] key\n");
}

TEST_CASE("fusion-titles: a title between its shortcodes is a heading of its size") {
    CHECK(built("[fusion_title size=\"3\"]Our <em>aim</em>[/fusion_title][fusion_title]Two"
                "[/fusion_title][fusion_text]Words[/fusion_text]") ==
          "### Our *aim*\n\n## Two\n\nWords\n");
}

TEST_CASE("what only a page builder can show is counted") {
    const ImportedText text =
        read_alone(read_wordpress_text, "[vc_gmaps size=\"300\"][vc_row]x[/vc_row][vc_separator]");
    CHECK(text.dropped_shortcodes.size() == 1);
    CHECK(text.dropped_shortcodes.at("vc_gmaps") == 1);
}

TEST_CASE("builder-galleries-and-heads: galleries of Divi and heads of calls are kept") {
    const std::string picture =
        "<item><title>P</title><wp:post_id>50</wp:post_id><wp:post_type>attachment</wp:post_type>"
        "<wp:attachment_url>https://paper.example/wp-content/uploads/p.jpg</wp:attachment_url>"
        "</item>";
    const ImportedWordpress site(
        post_item(1, "[et_pb_gallery gallery_ids=\"50\"][/et_pb_gallery]") + picture);
    CHECK(has(site.post(1), "![](https://paper.example/wp-content/uploads/p.jpg)"));
    CHECK(site.report.shortcodes.empty());
    CHECK(built("[vc_cta h2=\"Subscribe\" h4=\"It is free\"]Every week.[/vc_cta]") ==
          "### Subscribe\n\nIt is free\n\nEvery week.\n");
}
