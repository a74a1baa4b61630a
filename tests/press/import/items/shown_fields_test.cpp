// What plug-ins show beside a text, the menus of block themes, and the lists of types.
#include <doctest/doctest.h>

#include <string>

#include "press/import/wordpress_export.h"

using namespace broadsheet;
using namespace broadsheet::press;
using namespace broadsheet::test;

namespace {

std::string own_item(int number, const std::string& type, const std::string& path,
                     const std::string& content, const std::string& more = {}) {
    const std::string id = std::to_string(number);
    return "<item><title>Item " + id + "</title><link>https://paper.example" + path +
           "</link><content:encoded><![CDATA[" + content + "]]></content:encoded><wp:post_id>" +
           id + "</wp:post_id><wp:post_name>item-" + id +
           "</wp:post_name><wp:status>publish</wp:status><wp:post_type>" + type +
           "</wp:post_type>" + more + "</item>\n";
}

std::string field(const std::string& key, const std::string& value) {
    return "<wp:postmeta><wp:meta_key>" + key + "</wp:meta_key><wp:meta_value>" + value +
           "</wp:meta_value></wp:postmeta>";
}

std::string picture_item(int number, const std::string& name) {
    const std::string id = std::to_string(number);
    return "<item><title>P</title><wp:post_id>" + id +
           "</wp:post_id><wp:post_type>attachment</wp:post_type><wp:status>inherit</wp:status>"
           "<wp:attachment_url>https://paper.example/wp-content/uploads/" +
           name + "</wp:attachment_url></item>";
}

}  // namespace

TEST_CASE("events-and-products: time, place, price and pictures of plug-ins stay words") {
    const ImportedWordpress site(
        own_item(1, "tribe_events", "/event/item-1/", "Fair",
                 field("_EventStartDate", "2019-06-01 18:00:00") +
                     field("_EventEndDate", "2019-06-01 20:00:00") + field("_EventVenueID", "2") +
                     field("_EventCost", "5 &amp;lt;")) +
        own_item(2, "tribe_venue", "/venue/item-2/", "",
                 field("_VenueAddress", "1 Main Street") + field("_VenueCity", "Springfield")) +
        own_item(3, "product", "/product/item-3/", "Mug",
                 field("_price", "9.90") + field("_product_image_gallery", "50,51") +
                     "<excerpt:encoded>Of <b>clay</b></excerpt:encoded>") +
        own_item(4, "tribe_events", "/event/item-4/", "Days",
                 field("_EventStartDate", "2019-06-01 00:00:00") +
                     field("_EventEndDate", "2019-06-03 23:59:59") + field("_EventAllDay", "yes")) +
        picture_item(50, "a.jpg") + picture_item(51, "b.jpg"));
    CHECK(has(site.file("pages/event/item-1.md"),
              "---\n\n2019-06-01 18:00 – 20:00\n\nItem 2\n\n5 \\&lt;\n\nFair\n"));
    CHECK(has(site.file("pages/event/item-4.md"), "\n2019-06-01 – 2019-06-03\n\nDays\n"));
    CHECK(has(site.file("pages/venue/item-2.md"), "\n1 Main Street, Springfield\n"));
    CHECK(has(site.file("pages/product/item-3.md"), "\n9.90\n\nOf **clay**\n\nMug\n"));
    CHECK(has(site.file("pages/product/item-3.md"), "uploads/b.jpg"));
    CHECK(site.report.empty_texts.empty());
    CHECK(site.report.skipped.empty());
}

TEST_CASE("navigation-blocks: the menu of a block theme is the menu of the site") {
    const ImportedWordpress site(
        own_item(5, "page", "/about/", "Us") +
        own_item(9, "wp_navigation", "/navigation/",
                 "<!-- wp:navigation-link {\"label\":\"About\",\"type\":\"page\",\"id\":5,"
                 "\"url\":\"https://paper.example/old/\",\"kind\":\"post-type\"} /-->\n"
                 "<!-- wp:navigation-submenu {\"label\":\"More\",\"url\":\"#\"} -->\n"
                 "<!-- wp:navigation-link {\"label\":\"Out\",\"url\":\"https://a.example/\"} /-->\n"
                 "<!-- /wp:navigation-submenu -->\n"
                 "<!-- wp:navigation-link {\"label\":\"Last\",\"url\":\"/last/\"} /-->\n"
                 "<!-- wp:navigation-link {damaged -->"));
    CHECK(has(site.file("site.toml"),
              "[[menu.main]]\nname = \"About\"\nurl = \"/about/\"\n\n"
              "[[menu.main]]\nname = \"More\"\n\n"
              "[[menu.main.children]]\nname = \"Out\"\nurl = \"https://a.example/\"\n\n"
              "[[menu.main]]\nname = \"Last\"\nurl = \"/last/\"\n"));
    CHECK(site.report.skipped.empty());
}

TEST_CASE("type-archives: a list of all items of a type that a menu has is a page") {
    const auto entry = [](int number, const std::string& title, const std::string& more) {
        return "<item><title>" + title + "</title><wp:post_id>" + std::to_string(number) +
               "</wp:post_id><wp:menu_order>" + std::to_string(number) +
               "</wp:menu_order><wp:post_type>nav_menu_item</wp:post_type>"
               "<category domain=\"nav_menu\" nicename=\"main\">m</category>" +
               more + "</item>\n";
    };
    const ImportedWordpress site(
        own_item(1, "recipe", "/recipes/item-1/", "One",
                 "<category domain=\"course\" nicename=\"main\">Main</category>") +
        own_item(2, "recipe", "/recipes/item-2/", "Two") + post_item(3, "A post") +
        "<wp:term><wp:term_id>7</wp:term_id><wp:term_taxonomy>course</wp:term_taxonomy>"
        "<wp:term_slug>main</wp:term_slug><wp:term_name>Main</wp:term_name></wp:term>" +
        entry(
            20, "Recipes",
            field("_menu_item_type", "post_type_archive") + field("_menu_item_object", "recipe")) +
        entry(21, "",
              field("_menu_item_type", "taxonomy") + field("_menu_item_object", "course") +
                  field("_menu_item_object_id", "7")) +
        entry(22, "",
              field("_menu_item_type", "post_type") + field("_menu_item_object", "post") +
                  field("_menu_item_object_id", "3")) +
        entry(23, "Gone",
              field("_menu_item_type", "post_type_archive") + field("_menu_item_object", "gone")));
    CHECK(has(site.file("pages/recipes.md"),
              "title: \"Recipes\"\n---\n\n- [Item 1](/recipes/item-1/)\n- [Item "
              "2](/recipes/item-2/)\n"));
    CHECK(has(site.file("site.toml"),
              "[[menu.main]]\nname = \"Recipes\"\nurl = \"/recipes/\"\n\n"
              "[[menu.main]]\nname = \"Main\"\nurl = \"/course/main/\"\n\n"
              "[[menu.main]]\nname = \"Post 3\"\nurl = \"/2025/01/02/post-3/\"\n"));
    CHECK(site.report.not_kept.at("site.toml") ==
          "target of the menu entry Gone the list of all gone");
}
