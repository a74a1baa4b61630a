// Old addresses of WordPress lead to the new ones.
#include <doctest/doctest.h>

#include <string>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

TEST_CASE("old addresses are redirected") {
    const std::string terms =
        "<wp:author><wp:author_id>4</wp:author_id><wp:author_login>ann</wp:author_login>"
        "<wp:author_display_name>Ann</wp:author_display_name></wp:author>"
        "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>asia</wp:category_nicename>"
        "<wp:cat_name>Asia</wp:cat_name></wp:category>"
        "<wp:category><wp:term_id>5</wp:term_id><wp:category_nicename>china</wp:category_nicename>"
        "<wp:category_parent>asia</wp:category_parent><wp:cat_name>China</wp:cat_name>"
        "</wp:category>\n";
    const auto picture = [](int number, int parent, const std::string& path) {
        return "<item><title>Lake</title><link>https://paper.example" + path +
               "</link><wp:post_id>" + std::to_string(number) + "</wp:post_id><wp:post_parent>" +
               std::to_string(parent) +
               "</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>"
               "https://paper.example/wp-content/uploads/lake.jpg</wp:attachment_url></item>\n";
    };
    const ImportedWordpress site(terms + post_item(1, "One") +
                                 post_item(2, "Secret", "<wp:post_password>x</wp:post_password>") +
                                 picture(7, 1, "/2025/01/02/post-1/lake/") +
                                 picture(8, 2, "/?attachment_id=8") +
                                 picture(9, 0, "/2025/01/02/post-1/") + picture(10, 0, "/2025/"));
    CHECK(site.file("redirects.toml") ==
          "# Addresses of the old site that no article has, and where each leads.\n"
          "\"/2025/01/02/post-1/lake/\" = \"/2025/01/02/post-1/\"\n"
          "\"/?author=4\" = \"/author/ann/\"\n"
          "\"/?cat=3\" = \"/category/asia/\"\n"
          "\"/?cat=5\" = \"/category/asia/china/\"\n"
          "\"/?category_name=asia\" = \"/category/asia/\"\n"
          "\"/?category_name=china\" = \"/category/asia/china/\"\n"
          "\"/?p=1\" = \"/2025/01/02/post-1/\"\n"
          "\"/?p=10\" = \"https://paper.example/wp-content/uploads/lake.jpg\"\n"
          "\"/?p=7\" = \"/2025/01/02/post-1/\"\n"
          "\"/?p=8\" = \"https://paper.example/wp-content/uploads/lake.jpg\"\n"
          "\"/?p=9\" = \"https://paper.example/wp-content/uploads/lake.jpg\"\n"
          "\"/comments/feed/\" = \"/feed.xml\"\n"
          "\"/feed/\" = \"/feed.xml\"\n"
          "\"/feed/atom/\" = \"/atom.xml\"\n"
          "\"/feed/rdf/\" = \"/feed.xml\"\n"
          "\"/feed/rss/\" = \"/feed.xml\"\n"
          "\"/feed/rss2/\" = \"/feed.xml\"\n");
}

TEST_CASE(
    "links-to-picture-pages: they lead to the pictures, and those to feeds of lists to these") {
    const ImportedWordpress site(
        post_item(1,
                  "<a href=\"https://paper.example/2025/01/02/post-1/lake/\">p</a> "
                  "<a href=\"/?attachment_id=7\">n</a> "
                  "<a href=\"https://paper.example/tag/x/feed/\">f</a> "
                  "<a href=\"https://paper.example/category/x/y/feed/\">c</a> "
                  "<a href=\"HTTPS://WWW.Paper.example:443/2025/01/02/post-1/\">h</a>") +
        "<item><title>Lake</title><link>https://paper.example/2025/01/02/post-1/lake/</link>"
        "<wp:post_id>7</wp:post_id><wp:post_parent>1</wp:post_parent>"
        "<wp:post_type>attachment</wp:post_type><wp:attachment_url>"
        "https://paper.example/wp-content/uploads/lake.jpg</wp:attachment_url></item>\n");
    const std::string picture = "(https://paper.example/wp-content/uploads/lake.jpg)";
    CHECK(has(site.post(1), "[p]" + picture + " [n]" + picture +
                                " [f](/tag/x/feed.xml) "
                                "[c](/category/x/y/feed.xml) "
                                "[h](/2025/01/02/post-1/)"));
}

TEST_CASE("picture-pages: pages of pictures lead to the copies, but not to those of drafts") {
    const auto picture = [](int number, int parent, const std::string& name) {
        return "<item><title>Lake</title><link>https://paper.example/" + name +
               "/</link><wp:post_id>" + std::to_string(number) + "</wp:post_id><wp:post_parent>" +
               std::to_string(parent) +
               "</wp:post_parent><wp:post_type>attachment</wp:post_type><wp:attachment_url>"
               "https://paper.example/wp-content/uploads/" +
               name + ".jpg</wp:attachment_url></item>\n";
    };
    ImportedWordpress site(post_item(2, "Secret", "<wp:post_password>x</wp:post_password>"));
    const ScratchFolder uploads;
    uploads.write("lake.jpg", "JPEG");
    uploads.write("secret.jpg", "JPEG");
    site.options.uploads = uploads.path();
    site.import(wordpress_export(
        post_item(1, "One") + post_item(2, "Secret", "<wp:post_password>x</wp:post_password>") +
        picture(7, 0, "lake") + picture(8, 2, "secret") + picture(9, 0, "gone")));
    const std::string redirects = site.file("redirects.toml");
    CHECK(has(redirects, "\"/lake/\" = \"/wp-content/uploads/lake.jpg\""));
    CHECK(has(redirects, "\"/secret/\" = \"https://paper.example/wp-content/uploads/secret.jpg\""));
    CHECK(site.file("static/wp-content/uploads/lake.jpg") == "JPEG");
    CHECK(site.file("static/wp-content/uploads/secret.jpg").empty());
    CHECK(site.report.missing_media.size() == 1);
    CHECK(site.report.missing_media.at("https://paper.example/wp-content/uploads/gone.jpg")
              .files.contains("redirects.toml"));
}

TEST_CASE("the further pages of a divided text lead to the whole text") {
    const ImportedWordpress site(post_item(1, "One<!--nextpage-->Two<!--nextpage-->Three"));
    const std::string redirects = site.file("redirects.toml");
    CHECK(has(redirects, "\"/2025/01/02/post-1/2/\" = \"/2025/01/02/post-1/\""));
    CHECK(has(redirects, "\"/2025/01/02/post-1/3/\" = \"/2025/01/02/post-1/\""));
    CHECK_FALSE(has(redirects, "post-1/4/"));
}
