// What the items of an export have in common: categories, taxonomies and menus.
#include "press/import/items/imported_site.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <string>

#include "press/import/wordpress_export.h"
#include "press/load/site_loader.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace {

LoadedSite load_imported_site(const std::filesystem::path& folder) {
    LoadOptions options;
    options.content = folder;
    options.filter.now = model::Date{{2027, 1, 1}, 0, 0, 0, 0};
    return load_site(options);
}

}  // namespace

TEST_CASE("categories in a circle end") {
    const auto category = [](const std::string& slug, const std::string& parent) {
        return "<wp:category><wp:category_nicename>" + slug +
               "</wp:category_nicename><wp:category_parent>" + parent +
               "</wp:category_parent><wp:cat_name>" + slug + "</wp:cat_name></wp:category>\n";
    };
    const ImportedWordpress site(
        category("a", "b") + category("b", "a") +
        post_item(1, "One", "<category domain=\"category\" nicename=\"a\">a</category>"));
    REQUIRE(site.report.ok());
    CHECK(has(site.post(1), "categories: [\"b/a\"]"));
}

TEST_CASE("lost-levels: categories in a circle, or below too many others, are named") {
    std::string categories;
    const auto add = [&](const std::string& slug, const std::string& parent) {
        categories += "<wp:category><wp:category_nicename>" + slug +
                      "</wp:category_nicename><wp:category_parent>" + parent +
                      "</wp:category_parent><wp:cat_name>" + slug +
                      "</wp:cat_name></wp:category>\n";
    };
    add("a", "b");
    add("b", "a");
    add("c0", "");
    for (int i = 1; i <= 20; ++i) add("c" + std::to_string(i), "c" + std::to_string(i - 1));
    const ImportedWordpress site(categories + post_item(1, "x"));
    const std::string& said = site.report.not_kept.at("site.toml");
    CHECK(has(said, "place of the category a: its parents name each other in a circle"));
    CHECK(has(said, "place of the category c20: it is below more than 20 others"));
    CHECK_FALSE(has(said, "category c19"));
}

TEST_CASE("custom taxonomies become lists") {
    const ImportedWordpress site(
        "<wp:term><wp:term_taxonomy>genre</wp:term_taxonomy><wp:term_slug>sci-fi</wp:term_slug>"
        "<wp:term_name>Science</wp:term_name><wp:term_description>Far</wp:term_description>"
        "</wp:term>\n" +
        post_item(1, "One",
                  "<category domain=\"genre\" nicename=\"sci-fi\">Science</category>"
                  "<category domain=\"genre\" nicename=\"noir\">Noir</category>"
                  "<category domain=\"language\" nicename=\"en\">English</category>"
                  "<category domain=\"post_format\" nicename=\"aside\">Aside</category>"));
    CHECK(has(site.file("site.toml"), "taxonomies = [\"genre\"]\n"));
    CHECK(has(site.post(1), "\"genre\": [\"sci-fi\", \"Noir\"]"));
    CHECK_FALSE(has(site.post(1), "English"));
    CHECK_FALSE(has(site.post(1), "Aside"));
    const std::string term = site.file("genre/sci-fi/_index.md");
    CHECK(has(term, "title: \"Science\""));
    CHECK(has(term, "description: \"Far\""));
}

namespace {

std::string menu_entry(int number, int order, const std::string& title, const std::string& metas,
                       const std::string& menu) {
    return "<item><title>" + title + "</title><wp:post_id>" + std::to_string(number) +
           "</wp:post_id><wp:menu_order>" + std::to_string(order) +
           "</wp:menu_order><wp:post_type>nav_menu_item</wp:post_type>"
           "<category domain=\"nav_menu\" nicename=\"" +
           menu + "\">x</category>" + metas + "</item>\n";
}

std::string menu_meta(const std::string& key, const std::string& value) {
    return "<wp:postmeta><wp:meta_key>_menu_item_" + key + "</wp:meta_key><wp:meta_value>" + value +
           "</wp:meta_value></wp:postmeta>";
}

}  // namespace

TEST_CASE("menus keep their order, their levels and the names of what they name") {
    const std::string page =
        "<item><title>About us</title><link>https://paper.example/about/</link><wp:post_id>5"
        "</wp:post_id><wp:post_name>about</wp:post_name><wp:status>publish</wp:status>"
        "<wp:post_type>page</wp:post_type></item>\n";
    const std::string category =
        "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>asia</wp:category_nicename>"
        "<wp:cat_name>Asia</wp:cat_name></wp:category>\n";
    const ImportedWordpress site(
        category + page +
        menu_entry(21, 2, "",
                   menu_meta("type", "taxonomy") + menu_meta("object", "category") +
                       menu_meta("object_id", "3"),
                   "main") +
        menu_entry(20, 1, "", menu_meta("type", "post_type") + menu_meta("object_id", "5"),
                   "main") +
        menu_entry(22, 3, "Out",
                   menu_meta("type", "custom") + menu_meta("url", "https://a.example/") +
                       menu_meta("menu_item_parent", "20"),
                   "main") +
        menu_entry(23, 1, "Imprint",
                   menu_meta("type", "custom") + menu_meta("url", "https://paper.example/legal/"),
                   "footer"));
    CHECK(has(site.file("site.toml"),
              "[[menu.main]]\nname = \"About us\"\nurl = \"/about/\"\n\n"
              "[[menu.main.children]]\nname = \"Out\"\nurl = \"https://a.example/\"\n\n"
              "[[menu.main]]\nname = \"Asia\"\nurl = \"/category/asia/\"\n\n"
              "[[menu.footer]]\nname = \"Imprint\"\nurl = \"/legal/\"\n"));
    CHECK(site.report.made.at("menu entries") == 4);
    CHECK(site.report.skipped.empty());
}

TEST_CASE("menu entries whose targets no page may link to keep their submenus, and are named") {
    const auto custom = [](const std::string& url) {
        return menu_meta("type", "custom") + menu_meta("url", url);
    };
    const ImportedWordpress site(
        menu_entry(20, 1, "More", custom("javascript:void(0)"), "main") +
        menu_entry(21, 2, "Out", custom("https://a.example/") + menu_meta("menu_item_parent", "20"),
                   "main") +
        menu_entry(22, 3, "Call", custom("skype:paper"), "main") +
        menu_entry(23, 4, "Top", custom("#"), "main") +
        menu_entry(24, 5, "Write", custom("mailto:a@a.example"), "main"));
    CHECK(has(site.file("site.toml"),
              "[[menu.main]]\nname = \"More\"\n\n"
              "[[menu.main.children]]\nname = \"Out\"\nurl = \"https://a.example/\"\n\n"
              "[[menu.main]]\nname = \"Write\"\nurl = \"mailto:a@a.example\"\n"));
    CHECK(!has(site.file("site.toml"), "javascript"));
    CHECK(site.report.not_kept.at("site.toml") ==
          "target of the menu entry Call skype:paper; target of the menu entry More "
          "javascript:void(0); target of the menu entry Top #");
    CHECK(site.report.made.at("menu entries") == 3);
    CHECK(site.report.skipped.at("entries of other menus, or without a target") == 2);
}

TEST_CASE("dates that do not say their time zone are in that of the site") {
    const auto post = [](const std::string& number, const std::string& utc) {
        return "<item><title>P</title><wp:post_id>" + number +
               "</wp:post_id><wp:post_date>2025-01-02 10:00:00</wp:post_date><wp:post_date_gmt>" +
               utc + "</wp:post_date_gmt><wp:post_name>p" + number +
               "</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>"
               "</item>\n";
    };
    const ImportedWordpress site(post("1", "2025-01-02 09:00:00") +
                                 post("2", "0000-00-00 00:00:00"));
    for (const char* name : {"p1", "p2"}) {
        CHECK(has(site.file("articles/2025/01/" + std::string(name) + ".md"),
                  "date: 2025-01-02T10:00:00+01:00\n"));
    }
    const ImportedWordpress unknown(post("2", "0000-00-00 00:00:00"));
    CHECK(has(unknown.file("articles/2025/01/p2.md"), "date: 2025-01-02T10:00:00Z\n"));
}

TEST_CASE("an item at an address of the site's own pages and files gets another one") {
    const auto item = [](int number, const std::string& type, const std::string& slug) {
        const std::string id = std::to_string(number);
        return "<item><title>T</title><link>https://paper.example/" + slug +
               "/</link><content:encoded><![CDATA[<a href=\"https://paper.example/assets/\">a</a>"
               "]]></content:encoded><wp:post_id>" +
               id + "</wp:post_id><wp:post_date>2025-01-02 10:00:00</wp:post_date><wp:post_name>" +
               slug + "</wp:post_name><wp:status>publish</wp:status><wp:post_type>" + type +
               "</wp:post_type></item>\n";
    };
    const ImportedWordpress site(item(1, "page", "search") + item(2, "page", "assets") +
                                 item(3, "post", "2024") + item(4, "page", "index") +
                                 item(5, "page", "offline") + item(6, "page", "bundle") +
                                 item(7, "page", "about"));
    REQUIRE(site.report.ok());
    CHECK(has(site.file("pages/search.md"), "url: \"/search-1/\""));
    CHECK(has(site.file("pages/assets-2.md") + site.file("pages/assets.md"), "[a](/assets-2/)"));
    CHECK(has(site.file("articles/2025/01/2024.md"), "url: \"/2024-3/\""));
    CHECK(has(site.file("pages/index-4.md"), "url: \"/index/\""));
    CHECK_FALSE(has(site.file("pages/about.md"), "url:"));
    CHECK(site.report.new_addresses.size() == 5);
    CHECK(site.report.new_addresses.at("pages/search.md") == "/search/ is now /search-1/");
    CHECK(has(site.file("redirects.toml"), "\"/assets/\" = \"/assets-2/\""));
    const Diagnostics found = load_imported_site(site.options.out).diagnostics;
    for (const Diagnostic& each : found) {
        CAPTURE(format_diagnostic(each));
        CHECK(each.severity == Severity::note);
    }
}

TEST_CASE("old-front-page: a page that was the front page is said to have another address") {
    const ImportedWordpress site(
        "<item><title>Welcome</title><link>https://paper.example/</link><wp:post_id>5</wp:post_id>"
        "<wp:post_name>home</wp:post_name><wp:status>publish</wp:status>"
        "<wp:post_type>page</wp:post_type></item>\n" +
        post_item(1, "x"));
    CHECK(site.report.new_addresses.size() == 1);
    CHECK(site.report.new_addresses.at("pages/home.md") == "/ is now /home/");
}

TEST_CASE("a title loses its tags, and its references are decoded once") {
    CHECK(plain_title("The &lt;video&gt; <em>element</em>") == "The <video> element");
    CHECK(plain_title("How to write &amp;nbsp; in HTML") == "How to write &nbsp; in HTML");
    CHECK(plain_title("Fish &amp;amp; Chips") == "Fish & Chips");
}
