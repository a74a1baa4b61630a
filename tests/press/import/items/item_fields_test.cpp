// Fields of plug-ins: recordings, languages, and wishes to search engines.
#include <doctest/doctest.h>

#include <string>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace {

std::string custom_field(const std::string& key, const std::string& value) {
    return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" + value +
           "]]></wp:meta_value></wp:postmeta>";
}

}  // namespace

TEST_CASE("the recording of a podcast's episode is kept, whichever plug-in has it") {
    const std::string file = "https://paper.example/wp-content/uploads/ep1.mp3";
    const ImportedWordpress site(
        post_item(1, "Notes", custom_field("enclosure", file + "\n123456\naudio/mpeg\na:1:{}")) +
        post_item(2, "Notes", custom_field("audio_file", "https://host.example/ep2.mp3?x=1")) +
        post_item(3, "Notes", custom_field("enclosure", "https://host.example/file.pdf\n1\nx")) +
        post_item(4, "[video src=\"/f.mp4\"]", custom_field("enclosure", "/f.mp4\n1\nvideo/mp4")));
    CHECK(has(site.post(1), "audio: \"" + file + "\""));
    CHECK(site.report.missing_media.contains(file));
    CHECK(has(site.post(2), "audio: \"https://host.example/ep2.mp3?x=1\""));
    CHECK_FALSE(has(site.post(3), "audio:"));
    CHECK_FALSE(has(site.post(4), "audio:"));
}

TEST_CASE("languages and translations are kept") {
    const auto terms = [](const std::string& language) {
        return "<category domain=\"language\" nicename=\"" + language +
               "\">x</category><category domain=\"post_translations\" nicename=\"pll_5f\">pll_5f"
               "</category>";
    };
    const ImportedWordpress site(post_item(1, "Bonjour", terms("fr")) +
                                 post_item(2, "Hello", terms("en")));
    CHECK(has(site.post(1), "lang: \"fr\"\ntranslationKey: \"pll_5f\""));
    CHECK_FALSE(has(site.post(2), "lang:"));
    CHECK(has(site.post(2), "translationKey: \"pll_5f\""));
}

TEST_CASE("engine-fields: what an item says to search engines is kept") {
    const ImportedWordpress site(
        post_item(1, "x",
                  custom_field("_yoast_wpseo_meta-robots-noindex", "1") +
                      custom_field("_yoast_wpseo_canonical", "https://other.example/a")) +
        post_item(2, "x", custom_field("rank_math_robots", "a:1:{i:0;s:7:\"noindex\";}")) +
        post_item(
            3, "x",
            custom_field("_yoast_wpseo_canonical", "https://paper.example/2025/01/02/post-3/")) +
        post_item(
            4, "x",
            custom_field("rank_math_canonical_url", "https://paper.example/2025/01/02/post-1/")) +
        post_item(5, "x",
                  custom_field("_aioseo_robots_default", "0") +
                      custom_field("_aioseo_robots_noindex", "1")) +
        post_item(6, "x",
                  custom_field("_aioseo_robots_default", "1") +
                      custom_field("_aioseo_robots_noindex", "1")));
    CHECK(site.report.not_kept.empty());
    CHECK(has(site.post(1), "noindex: true\ncanonical: \"https://other.example/a\"\n"));
    CHECK(has(site.post(2), "noindex: true\n"));
    CHECK_FALSE(has(site.post(3), "canonical:"));
    CHECK(has(site.post(4), "canonical: \"/2025/01/02/post-1/\"\n"));
    CHECK(has(site.post(5), "noindex: true\n"));
    CHECK_FALSE(has(site.post(6), "noindex"));
}

TEST_CASE("link-preview-said: what a plug-in shows elsewhere or leads to is listed") {
    const ImportedWordpress site(
        post_item(1, "x",
                  custom_field("_yoast_wpseo_opengraph-image", "https://paper.example/a.jpg")) +
        post_item(2, "x", custom_field("_links_to", "https://other.example/")));
    CHECK(site.report.not_kept.at("articles/2025/01/post-1.md") ==
          "picture for link previews https://paper.example/a.jpg");
    CHECK(site.report.not_kept.at("articles/2025/01/post-2.md") ==
          "leads to https://other.example/");
    CHECK(has(site.file("import-report.md"), "## Not kept"));
}

TEST_CASE("pictures at services that deliver them are the site's own") {
    const ImportedWordpress site(
        post_item(1,
                  "<img src=\"https://i0.wp.com/paper.example/wp-content/uploads/a.jpg?w=30\">"
                  "<img src=\"https://i2.wp.com/other.example/wp-content/uploads/b.jpg?w=30\">"
                  "<img src=\"https://paper.files.wordpress.com/2021/03/c.jpg?w=300\">"
                  "<img src=\"https://other.files.wordpress.com/2021/03/d.jpg\">") +
        "<item><title>C</title><wp:post_id>9</wp:post_id><wp:post_type>attachment</wp:post_type>"
        "<wp:attachment_url>https://paper.files.wordpress.com/2021/03/c.jpg</wp:attachment_url>"
        "</item>");
    const auto& missing = site.report.missing_media;
    CHECK(missing.size() == 2);
    CHECK(missing.contains("https://paper.example/wp-content/uploads/a.jpg"));
    CHECK(missing.contains("https://paper.files.wordpress.com/2021/03/c.jpg"));
    CHECK(has(site.post(1), "https://i2.wp.com/other.example/wp-content/uploads/b.jpg"));
}

TEST_CASE("wpml-fields: languages that WPML's export writes into fields are kept") {
    const ImportedWordpress site(
        post_item(1, "Bonjour",
                  custom_field("_wpml_import_language_code", "fr") +
                      custom_field("_wpml_import_translation_group", "12")));
    CHECK(has(site.post(1), "lang: \"fr\"\ntranslationKey: \"12\""));
}

TEST_CASE("custom-fields-said: fields with words are kept whole and listed") {
    const std::string story(5000, 'x');
    const ImportedWordpress site(post_item(1, "Body",
                                           custom_field("intro", "A whole " + story) +
                                               custom_field("rating", "4") +
                                               custom_field("settings", "a:1:{i:0;s:3:\"a b\";}") +
                                               custom_field("url", "https://a.example/ b")) +
                                 post_item(2, "Body", custom_field("intro", "Two words")));
    CHECK(has(site.post(1), "A whole " + story));
    REQUIRE(site.report.custom_fields.size() == 1);
    CHECK(site.report.custom_fields.at("intro").count == 2);
    CHECK(has(site.file("import-report.md"), "## Custom fields"));
}

TEST_CASE("empty-texts: published items without a text are listed with where it may be") {
    const ImportedWordpress site(post_item(1, " ", custom_field("_elementor_data", "[{}]")) +
                                 post_item(2, "[et_pb_section][/et_pb_section]") +
                                 post_item(3, "x", custom_field("_elementor_data", "[{}]")) +
                                 post_item(4, "", "<wp:post_password>x</wp:post_password>"));
    REQUIRE(site.report.empty_texts.size() == 2);
    CHECK(has(site.report.empty_texts.at("articles/2025/01/post-1.md"), "Elementor"));
    CHECK(site.report.empty_texts.at("articles/2025/01/post-2.md") == "look at the old page");
}
