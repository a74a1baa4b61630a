// Items of an export become files, with their fields, comments and texts.
#include <doctest/doctest.h>

#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

TEST_CASE("an item becomes a file with its fields") {
    const ImportedWordpress site(
        post_item(1, "Text with a <a href=\"https://paper.example/?p=2\">link</a>",
                  "<category domain=\"category\" nicename=\"eats\">Food &amp; Drink</category>"
                  "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key>"
                  "<wp:meta_value>old</wp:meta_value></wp:postmeta>") +
        post_item(2, "Secret", "<wp:post_password>x</wp:post_password>"));
    CHECK(site.report.ok());
    CHECK(has(site.post(1), "categories: [\"eats\"]"));
    CHECK(has(site.post(1), "aliases: [\"/2025/01/02/old/\"]"));
    CHECK(has(site.post(1), "[link](/2025/01/02/post-2/)"));
    CHECK(has(site.file("categories/eats/_index.md"), "title: \"Food & Drink\""));
    CHECK(has(site.file("articles/drafts/post-2.md"), "draft: true"));
    CHECK(has(site.file("site.toml"), "permalink = \"/:year/:month/:day/:slug/\""));
}

TEST_CASE("items without a title, slug or date, and two with one slug, are kept") {
    const std::string bare =
        "<item><content:encoded>Bare</content:encoded><wp:post_id>7</wp:post_id>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n";
    std::string twice = post_item(1, "Twin");
    twice.replace(twice.find("<wp:post_id>1<"), 14, "<wp:post_id>8<");
    const ImportedWordpress site(post_item(1, "One") + twice + bare);
    REQUIRE(site.report.ok());
    CHECK(has(site.file("articles/2025/01/post-1-8.md"), "url: \"/2025/01/02/post-1-8/\""));
    CHECK(has(site.file("articles/undated/item-7.md"), "Bare"));
}

TEST_CASE("a file of an item has a name that Windows can store, and the item keeps its slug") {
    const ImportedWordpress site(
        "<item><title>T</title><content:encoded>Bare</content:encoded><wp:post_id>7</wp:post_id>"
        "<wp:post_name>con</wp:post_name><wp:status>publish</wp:status>"
        "<wp:post_type>post</wp:post_type></item>\n");
    REQUIRE(site.report.ok());
    CHECK(has(site.file("articles/undated/con-7.md"), "slug: \"con\""));
}

TEST_CASE("a draft without a slug and with a very long title gets a file") {
    std::string title;
    for (int i = 0; i < 80; ++i) title += "lake ";
    const ImportedWordpress site(
        "<item><title>" + title +
        "</title><content:encoded>Bare</content:encoded><wp:post_id>7</wp:post_id>"
        "<wp:status>draft</wp:status><wp:post_type>post</wp:post_type></item>\n");
    REQUIRE(site.report.ok());
    CHECK(site.report.made.at("drafts") == 1);
}

TEST_CASE("of a long text, only the part with many unclosed elements loses its markup") {
    std::string text;
    for (int i = 0; i < 1500; ++i) text += "<b>x ";
    for (int i = 0; i < 18'000; ++i) text += "\n\nA <b>long</b> <i>text</i>";
    text += "\n\nThe <b>end</b>";
    const ImportedWordpress site(post_item(1, text));
    REQUIRE(site.report.ok());
    CHECK(has(site.post(1), "x x x"));
    CHECK(has(site.post(1), "The **end**"));
    CHECK(site.report.bare == std::vector<std::string>{"articles/2025/01/post-1.md"});
}

TEST_CASE("comments are kept without addresses") {
    const std::string comment =
        "<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Ann</wp:comment_author>"
        "<wp:comment_author_email>ann@example.org</wp:comment_author_email>"
        "<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>"
        "<wp:comment_author_url>https://ann.example/</wp:comment_author_url>"
        "<wp:comment_content><![CDATA[Yes <script>x</script>]]></wp:comment_content>"
        "<wp:comment_approved>1</wp:comment_approved></wp:comment>";
    const ImportedWordpress site(post_item(1, "One", comment));
    const std::string json = site.file("articles/2025/01/post-1.comments.json");
    CHECK(has(json, "\"Ann\""));
    CHECK(has(json, R"({"comments": [)"));
    CHECK(has(json, R"("website":"https://ann.example/")"));
    CHECK_FALSE(has(json, "192.0.2.1"));
    CHECK_FALSE(has(json, "ann@"));
    CHECK_FALSE(has(json, "script"));
}

TEST_CASE("replies to comments that are not kept answer the nearest one above") {
    const auto comment = [](int number, int parent, const std::string& approved,
                            const std::string& type = {}) {
        const auto field = [](const std::string& name, const std::string& value) {
            return "<wp:comment_" + name + ">" + value + "</wp:comment_" + name + ">";
        };
        return "<wp:comment>" + field("id", std::to_string(number)) +
               field("parent", std::to_string(parent)) + field("approved", approved) +
               field("type", type) + field("content", "Text") +
               field("date", "2025-01-03 12:00:00") + field("date_gmt", "2025-01-03 10:00:00") +
               "</wp:comment>";
    };
    const ImportedWordpress site(
        post_item(1, "One",
                  comment(5, 0, "1") + comment(6, 5, "spam") + comment(7, 6, "1") +
                      comment(8, 12, "1") + comment(9, 0, "1", "pingback") + comment(10, 9, "1") +
                      comment(10, 5, "1") + comment(12, 8, "0")));
    const auto json =
        nlohmann::json::parse(site.file("articles/2025/01/post-1.comments.json"))["comments"];
    REQUIRE(json.size() == 4);
    CHECK(json[0]["id"] == 5);
    CHECK(json[0]["date"] == "2025-01-03T12:00:00+02:00");
    CHECK(json[1]["id"] == 7);
    CHECK(json[1]["parent"] == 5);
    CHECK_FALSE(json[2].contains("parent"));
    CHECK_FALSE(json[3].contains("parent"));
}

TEST_CASE("further-links: links to feeds, comments and AMP pages of an article lead to it") {
    const auto link = [](const std::string& path) {
        return "<a href=\"https://paper.example" + path + "\">x</a> ";
    };
    const std::string post = "/2025/01/02/post-2/";
    const ImportedWordpress site(
        post_item(1, link(post + "amp/") + link(post + "?amp=1") + link(post + "feed/") +
                         link(post + "trackback/") + link(post + "comment-page-3/#comment-7") +
                         link(post + "?replytocom=7#respond") + link("/index.php" + post) +
                         link(post + "?utm_source=a&utm_medium=b") + link(post + "#more-2")) +
        post_item(2, link("/gone/amp/") + link("/2025/01/02/post-1/?chart=2")));
    CHECK(has(site.post(1), "[x](" + post + ") [x](" + post + ") [x](" + post + ") [x](" + post +
                                ") [x](" + post + "#comment-7) [x](" + post + ") [x](" + post +
                                ") [x](" + post + ") [x](" + post + ")\n"));
    CHECK(has(site.post(2), "[x](/gone/amp/) [x](/2025/01/02/post-1/?chart=2)"));
}

TEST_CASE("main-category: the category that a plug-in has as the main one comes first") {
    const auto category = [](int number, const std::string& slug) {
        return "<wp:category><wp:term_id>" + std::to_string(number) +
               "</wp:term_id><wp:category_nicename>" + slug +
               "</wp:category_nicename><wp:cat_name>" + slug + "</wp:cat_name></wp:category>\n";
    };
    const ImportedWordpress site(
        category(3, "asia") + category(4, "rome") +
        post_item(1, "x",
                  "<category domain=\"category\" nicename=\"asia\">asia</category>"
                  "<category domain=\"category\" nicename=\"rome\">rome</category>"
                  "<category domain=\"product_type\" nicename=\"simple\">simple</category>"
                  "<wp:postmeta><wp:meta_key>_yoast_wpseo_primary_category</wp:meta_key>"
                  "<wp:meta_value>4</wp:meta_value></wp:postmeta>"));
    CHECK(has(site.post(1), "categories: [\"rome\", \"asia\"]\n"));
    CHECK_FALSE(has(site.post(1), "imported_product_type"));
}

TEST_CASE("several authors, as plug-ins keep them") {
    const auto by = [](const std::string& slug, const std::string& name) {
        return "<category domain=\"author\" nicename=\"" + slug + "\"><![CDATA[" + name +
               "]]></category>";
    };
    const auto meta = [](const std::string& key, const std::string& value) {
        return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value><![CDATA[" +
               value + "]]></wp:meta_value></wp:postmeta>";
    };
    const ImportedWordpress site(
        "<wp:author><wp:author_login>Ann Lee</wp:author_login>"
        "<wp:author_display_name>Ann K. Lee</wp:author_display_name></wp:author>" +
        post_item(1, "One", by("cap-bo-guest", "bo-guest") + by("cap-ann-lee", "Ann Lee")) +
        post_item(2, "Two", by("cleo", "Cleo Doe")) +
        "<item><title>Bo</title><wp:post_id>9</wp:post_id><wp:post_type>guest-author</wp:post_type>"
        "<wp:post_name>cap-bo-guest</wp:post_name><wp:status>publish</wp:status>" +
        meta("cap-user_login", "bo-guest") + meta("cap-display_name", "Bo Guest") +
        meta("cap-description", "Fishes.") + "</item>");
    CHECK(has(site.post(1), R"(authors: ["bo-guest", "ann-lee"])"));
    CHECK(has(site.post(2), R"(authors: ["cleo"])"));
    const std::string settings = site.file("site.toml");
    CHECK(has(settings, "name = \"Bo Guest\""));
    CHECK(has(settings, "bio = \"Fishes.\""));
    CHECK(has(settings, "name = \"Cleo Doe\""));
    CHECK(has(settings, "name = \"Ann K. Lee\""));
    CHECK(site.file("pages/cap-bo-guest.md").empty());
}

TEST_CASE("ten thousand comments, each an answer to the one before, are kept") {
    std::string comments;
    for (int i = 1; i <= 10'000; ++i) {
        comments += "<wp:comment><wp:comment_id>" + std::to_string(i) +
                    "</wp:comment_id><wp:comment_parent>" + std::to_string(i - 1) +
                    "</wp:comment_parent><wp:comment_approved>1</wp:comment_approved>"
                    "<wp:comment_content>Yes</wp:comment_content></wp:comment>";
    }
    const ImportedWordpress site(post_item(1, "One", comments));
    REQUIRE(site.report.ok());
    CHECK(site.report.made.at("comments") == 10'000);
}
