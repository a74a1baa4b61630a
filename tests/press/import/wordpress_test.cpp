// Imports of WordPress exports: what is read, repaired, written, and written again.
#include <doctest/doctest.h>
#include <zip.h>
#include <zlib.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <map>
#include <nlohmann/json.hpp>
#include <string>
#include <vector>

#include "press/base/files.h"
#include "press/import/import_site.h"
#include "press/import/paragraphs.h"
#include "press/import/wordpress_text.h"
#include "press/load/site_loader.h"
#include "press/print/print_markdown.h"
#include "press/scratch_folder.h"
#include "press/text/markdown.h"
#include "press/text/raw_html.h"
#include "press/values/source.h"

using namespace broadsheet;
using namespace broadsheet::press;
using test::ScratchFolder;

namespace fs = std::filesystem;

namespace {

constexpr std::string_view head =
    "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<rss version=\"2.0\"><channel>\n"
    "<title>Paper</title><link>https://paper.example</link><language>en</language>"
    "<wp:wxr_version>1.2</wp:wxr_version>"
    "<wp:base_blog_url>https://paper.example</wp:base_blog_url>\n";

std::string item(int number, const std::string& content, const std::string& more = {}) {
    const std::string id = std::to_string(number);
    return "<item><title>Post " + id + "</title><link>https://paper.example/2025/01/02/post-" + id +
           "/</link><content:encoded><![CDATA[" + content + "]]></content:encoded><wp:post_id>" +
           id + "</wp:post_id><wp:post_date>2025-01-02 10:00:00</wp:post_date><wp:post_name>post-" +
           id + "</wp:post_name><wp:status>publish</wp:status><wp:post_type>post</wp:post_type>" +
           more + "</item>\n";
}

class Imported {
  public:
    explicit Imported(const std::string& items) : Imported(items, "</channel></rss>\n") {}
    Imported(const std::string& items, const std::string& end) {
        import(std::string(head) + items + end);
    }

    const ImportReport& import(const std::string& bytes) {
        std::ofstream(scratch_.path() / "export.xml", std::ios::binary) << bytes;
        ImportOptions options;
        options.source = find_import_source("wordpress");
        options.exports = {scratch_.path() / "export.xml"};
        options.out = scratch_.path() / "paper";
        report = import_site(options);
        return report;
    }

    fs::path path(const std::string& name) const { return scratch_.path() / "paper" / name; }
    std::string file(const std::string& name) const { return read_file(path(name)).value_or(""); }
    std::string post(int number) const {
        return file("articles/2025/01/post-" + std::to_string(number) + ".md");
    }

    ImportReport report;

  private:
    ScratchFolder scratch_;
};

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

std::string markdown_of(const std::string& content) {
    TextContext context;
    context.media = [](ItemNumber) { return nullptr; };
    context.reusable = [](ItemNumber) { return nullptr; };
    context.target = [](const std::string& target) { return target; };
    const ImportedText text = read_wordpress_text(content, context);
    return print_markdown(text.document, text.blocks_before_more).text;
}

}  // namespace

TEST_CASE("the classic editor's lines become paragraphs and line breaks") {
    const auto same = [](const std::string& text, const std::string& html) {
        CAPTURE(text);
        CAPTURE(with_paragraphs(text));
        CHECK(parse_html_article(with_paragraphs(text)).document ==
              parse_html_article(html).document);
    };
    same("One\n\nTwo", "<p>One</p><p>Two</p>");
    same("One\nTwo", "<p>One<br>Two</p>");
    same("One<br />\nTwo", "<p>One<br>Two</p>");
    same("<h2>Head</h2>\nText", "<h2>Head</h2><p>Text</p>");
    same("<blockquote>Said</blockquote>", "<blockquote><p>Said</p></blockquote>");
    same("<ul>\n<li>One</li>\n<li>Two</li>\n</ul>", "<ul><li>One</li><li>Two</li></ul>");
    same("<div>In</div>\nOut", "<div>In</div><p>Out</p>");
    same("<pre>a\n\nb</pre>\n\nText", "<pre>a\n\nb</pre><p>Text</p>");
    same("A <b>bold\nline</b> on", "<p>A <b>bold<br>line</b> on</p>");
}

TEST_CASE("shortcodes become what they mean, or are removed, but words in brackets stay") {
    CHECK(markdown_of("[caption width=\"6\"]<img src=\"a.jpg\" /> Words[/caption]") ==
          "<figure><img src=\"a.jpg\" alt=\"\">\n<figcaption>Words</figcaption></figure>\n");
    CHECK(markdown_of("He said [sic] so") == "He said \\[sic] so\n");
    CHECK(markdown_of("A [box color=\"red\"]text[/box] here") == "A text here\n");
    CHECK(markdown_of("[contact-form-7 id=\"1\"]").empty());
    CHECK(
        has(markdown_of("https://www.youtube.com/watch?v=abc"), "youtube-nocookie.com/embed/abc"));
}

TEST_CASE("blocks lose their comments") {
    CHECK(markdown_of("<!-- wp:paragraph -->\n<p>One</p>\n<!-- /wp:paragraph -->\n\n"
                      "<!-- wp:more -->\n<!--more-->\n<!-- /wp:more -->\n\n"
                      "<!-- wp:heading {\"level\":3} -->\n<h3>Two</h3>\n<!-- /wp:heading -->") ==
          "One\n\n<!--more-->\n\n### Two\n");
    CHECK(markdown_of("<!-- wp:latest-posts /-->").empty());
}

TEST_CASE("an item becomes a file with its fields") {
    const Imported site(
        item(1, "Text with a <a href=\"https://paper.example/?p=2\">link</a>",
             "<category domain=\"category\" nicename=\"eats\">Food &amp; Drink</category>"
             "<wp:postmeta><wp:meta_key>_wp_old_slug</wp:meta_key>"
             "<wp:meta_value>old</wp:meta_value></wp:postmeta>") +
        item(2, "Secret", "<wp:post_password>x</wp:post_password>"));
    CHECK(site.report.ok());
    CHECK(has(site.post(1), "categories: [\"eats\"]"));
    CHECK(has(site.post(1), "aliases: [\"/2025/01/02/old/\"]"));
    CHECK(has(site.post(1), "[link](/2025/01/02/post-2/)"));
    CHECK(has(site.file("categories/eats/_index.md"), "title: \"Food & Drink\""));
    CHECK(has(site.file("articles/drafts/post-2.md"), "draft: true"));
    CHECK(has(site.file("site.toml"), "permalink = \"/:year/:month/:day/:slug/\""));
}

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
    const Imported site(
        terms + item(1, "One") + item(2, "Secret", "<wp:post_password>x</wp:post_password>") +
        picture(7, 1, "/2025/01/02/post-1/lake/") + picture(8, 2, "/?attachment_id=8") +
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
          "\"/feed/\" = \"/feed.xml\"\n");
}

TEST_CASE("damage is repaired and reported") {
    const Imported site(item(1, "a \x0b b ]]> c") + item(2, "caf\xE9") + "<item><title>cut", "");
    CHECK(site.report.ok());
    CHECK(has(site.post(1), "a  b ]]> c"));
    CHECK(has(site.post(2), "café"));
    CHECK(site.report.diagnostics.size() == 4);
}

TEST_CASE("files that are not exports are refused, and nothing is written") {
    Imported site("");
    CHECK_FALSE(site.report.ok());
    CHECK_FALSE(site.import("<!DOCTYPE html><html></html>").ok());
    CHECK(has(site.report.diagnostics[0].what, "web page"));
    CHECK_FALSE(site.import("").ok());
    CHECK_FALSE(fs::exists(site.path("site.toml")));
}

TEST_CASE("a second import changes only what changed, and never what the author edited") {
    Imported site(item(1, "One") + item(2, "Two"));
    std::ofstream(site.path("articles/2025/01/post-1.md"), std::ios::app) << "Mine\n";
    site.import(std::string(head) + item(1, "Uno") + item(2, "Two") + "</channel></rss>");
    CHECK(site.report.edited == std::vector<std::string>{"articles/2025/01/post-1.md"});
    CHECK(has(site.post(1), "Mine"));
    CHECK(has(site.file("articles/2025/01/post-1.md.new"), "Uno"));
    CHECK(site.report.unchanged >= 2);
}

TEST_CASE("comments are kept without addresses") {
    const std::string comment =
        "<wp:comment><wp:comment_id>7</wp:comment_id><wp:comment_author>Ann</wp:comment_author>"
        "<wp:comment_author_email>ann@example.org</wp:comment_author_email>"
        "<wp:comment_author_IP>192.0.2.1</wp:comment_author_IP>"
        "<wp:comment_content><![CDATA[Yes <script>x</script>]]></wp:comment_content>"
        "<wp:comment_approved>1</wp:comment_approved></wp:comment>";
    const Imported site(item(1, "One", comment));
    const std::string json = site.file("articles/2025/01/post-1.comments.json");
    CHECK(has(json, "\"Ann\""));
    CHECK(has(json, R"({"comments": [)"));
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
    const Imported site(item(1, "One",
                             comment(5, 0, "1") + comment(6, 5, "spam") + comment(7, 6, "1") +
                                 comment(8, 12, "1") + comment(9, 0, "1", "pingback") +
                                 comment(10, 9, "1") + comment(10, 5, "1") + comment(12, 8, "0")));
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

namespace {

std::vector<std::string> words_of(const std::string& text) {
    std::vector<std::string> words(1);
    for (const char c : text) {
        const bool letter = std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_' ||
                            static_cast<unsigned char>(c) >= 0x80;
        if (letter) {
            words.back() += c;
        } else if (!words.back().empty()) {
            words.emplace_back();
        }
    }
    return words;
}

std::string field_of(const std::string& text, const std::string& name) {
    const auto at = text.find("\n" + name + ": ");
    if (at == std::string::npos) return {};
    const auto begin = at + name.size() + 3;
    return text.substr(begin, text.find('\n', begin) - begin);
}

constexpr std::string_view site_address = "https://capitals.example";

LoadedSite load_imported(const fs::path& folder) {
    LoadOptions options;
    options.content = folder;
    options.filter.now = model::Date{{2027, 1, 1}, 0, 0, 0, 0};
    return load_site(options);
}

// True if the terms are those of the oracle, whatever their order.
bool has_terms(const std::vector<model::TermReference>& terms, const nlohmann::json& wanted) {
    return terms.size() == wanted.size() &&
           std::all_of(terms.begin(), terms.end(), [&](const model::TermReference& term) {
               return std::find(wanted.begin(), wanted.end(), term.name) != wanted.end();
           });
}

// The oracle names one category of an article by the slugs from the top: its list has this path, or
// the article is in it.
void check_category(const model::Entry& entry, const nlohmann::json& wanted) {
    const auto& trail = entry.summary.category_trail;
    if (wanted.empty() || wanted[0] == "food-drink") return;
    REQUIRE_FALSE(trail.empty());
    CHECK(trail.back().path == "/category/" + wanted[0].get<std::string>() + "/");
}

// True if `wanted` occur in `words` in this order.
bool in_order(const nlohmann::json& wanted, const std::vector<std::string>& words) {
    std::size_t i = 0;
    for (const auto& each : wanted) {
        const std::string word = each.get<std::string>();
        if (word == "amp" || word == "lt" || word == "gt") continue;  // of references
        while (i < words.size() && words[i] != word) ++i;
        if (i++ >= words.size()) return false;
    }
    return true;
}

}  // namespace

TEST_CASE("of a large export no address, term or word is lost, and nothing private is published") {
    const std::string tool = BROADSHEET_SHARED_DIR "/tools/newsroom-wxr";
    const ScratchFolder scratch;
    const std::string xml = (scratch.path() / "export.xml").string();
    const std::string command = "python3 " + tool + " " + xml + " --articles 300 > /dev/null 2>&1";
    if (!fs::exists(tool) || std::system(command.c_str()) != 0) {
        MESSAGE("skipped, because there is no " << tool);
        return;
    }
    const ImportReport report = import_site({.source = find_import_source("wordpress"),
                                             .exports = {xml},
                                             .out = scratch.path() / "paper",
                                             .jobs = 2});
    REQUIRE(report.ok());
    CHECK(report.inexact.empty());
    std::map<std::string, std::string> texts;  // by guid
    for (const auto& each : fs::recursive_directory_iterator(scratch.path() / "paper")) {
        if (each.path().extension() != ".md") continue;
        std::string text = read_file(each.path()).value_or("");
        texts[field_of(text, "guid")] = std::move(text);
    }
    const LoadedSite site = load_imported(scratch.path() / "paper");
    CHECK(count_of(site.diagnostics, Severity::error) == 0);
    std::ifstream oracle(scratch.path() / "export.oracle.jsonl");
    int items = 0;
    for (std::string line; std::getline(oracle, line); ++items) {
        const auto wanted = nlohmann::json::parse(line);
        const std::string id = std::to_string(wanted["id"].get<int>());
        CAPTURE(id);
        const std::string& text = texts["\"https://capitals.example/?p=" + id + "\""];
        REQUIRE_FALSE(text.empty());
        const std::string status = wanted["status"];
        const bool is_open = status == "publish" || status == "future";
        const bool is_draft = field_of(text, "draft") == "true";
        CHECK((is_open || is_draft));
        const std::string body(split_front_matter(text).body);
        CHECK(
            in_order(wanted["words"], words_of(model::plain_text(read_body_text(body).document))));
        CHECK(field_of(text, "authors") == "[\"" + wanted["author"].get<std::string>() + "\"]");
        CHECK_FALSE(has(body, "[contact-form"));
        CHECK_FALSE(has(body, "wp:"));
        CHECK_FALSE(has(body, "<script"));
        // The address on the built site, with everything that hangs on it.
        const std::string path = wanted["link"].get<std::string>().substr(site_address.size());
        const model::Entry* entry = site.publication.entry(path);
        if (status != "publish" || is_draft) {
            CHECK(entry == nullptr);
            continue;
        }
        REQUIRE(entry != nullptr);
        CHECK(entry->guid == "https://capitals.example/?p=" + id);
        CHECK(has_terms(entry->tags, wanted["tags"]));
        check_category(*entry, wanted["categories"]);
        REQUIRE(entry->summary.authors.size() == (wanted["type"] == "post" ? 1 : 0));
        const model::Entry* number = site.publication.entry("/?p=" + id);
        REQUIRE(number != nullptr);
        CHECK(number->redirect == path);
    }
    CHECK(items == 302);
}

TEST_CASE("custom taxonomies become lists") {
    const Imported site(
        "<wp:term><wp:term_taxonomy>genre</wp:term_taxonomy><wp:term_slug>sci-fi</wp:term_slug>"
        "<wp:term_name>Science</wp:term_name><wp:term_description>Far</wp:term_description>"
        "</wp:term>\n" +
        item(1, "One",
             "<category domain=\"genre\" nicename=\"sci-fi\">Science</category>"
             "<category domain=\"genre\" nicename=\"noir\">Noir</category>"
             "<category domain=\"language\" nicename=\"en\">English</category>"
             "<category domain=\"post_format\" nicename=\"aside\">Aside</category>"));
    CHECK(has(site.file("site.toml"), "taxonomies = [\"genre\"]\n"));
    CHECK(has(site.post(1), "\"genre\": [\"sci-fi\", \"Noir\"]"));
    CHECK(has(site.post(1), "\"imported_language\": [\"English\"]"));
    CHECK_FALSE(has(site.post(1), "Aside"));
    const std::string term = site.file("genre/sci-fi/_index.md");
    CHECK(has(term, "title: \"Science\""));
    CHECK(has(term, "description: \"Far\""));
}

TEST_CASE("menus keep their order, their levels and the names of what they name") {
    const auto entry = [](int number, int order, const std::string& title, const std::string& metas,
                          const std::string& menu) {
        return "<item><title>" + title + "</title><wp:post_id>" + std::to_string(number) +
               "</wp:post_id><wp:menu_order>" + std::to_string(order) +
               "</wp:menu_order><wp:post_type>nav_menu_item</wp:post_type>"
               "<category domain=\"nav_menu\" nicename=\"" +
               menu + "\">x</category>" + metas + "</item>\n";
    };
    const auto meta = [](const std::string& key, const std::string& value) {
        return "<wp:postmeta><wp:meta_key>_menu_item_" + key + "</wp:meta_key><wp:meta_value>" +
               value + "</wp:meta_value></wp:postmeta>";
    };
    const std::string page =
        "<item><title>About us</title><link>https://paper.example/about/</link><wp:post_id>5"
        "</wp:post_id><wp:post_name>about</wp:post_name><wp:status>publish</wp:status>"
        "<wp:post_type>page</wp:post_type></item>\n";
    const std::string category =
        "<wp:category><wp:term_id>3</wp:term_id><wp:category_nicename>asia</wp:category_nicename>"
        "<wp:cat_name>Asia</wp:cat_name></wp:category>\n";
    const Imported site(
        category + page +
        entry(21, 2, "",
              meta("type", "taxonomy") + meta("object", "category") + meta("object_id", "3"),
              "main") +
        entry(20, 1, "", meta("type", "post_type") + meta("object_id", "5"), "main") +
        entry(22, 3, "Out",
              meta("type", "custom") + meta("url", "https://a.example/") +
                  meta("menu_item_parent", "20"),
              "main") +
        entry(23, 1, "Imprint",
              meta("type", "custom") + meta("url", "https://paper.example/legal/"), "footer"));
    CHECK(has(site.file("site.toml"),
              "[[menu.main]]\nname = \"About us\"\nurl = \"/about/\"\n\n"
              "[[menu.main.children]]\nname = \"Out\"\nurl = \"https://a.example/\"\n\n"
              "[[menu.main]]\nname = \"Asia\"\nurl = \"/category/asia/\"\n\n"
              "[[menu.footer]]\nname = \"Imprint\"\nurl = \"/legal/\"\n"));
}

TEST_CASE("footnotes keep their references and texts") {
    const Imported site(item(
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

TEST_CASE("an item that moved is not there twice, and what is gone is named but kept") {
    const std::string guid = "<guid>https://paper.example/?p=2</guid>";
    const std::string end = "</channel></rss>";
    std::string moved = item(2, "Two", guid);
    Imported site(item(1, "One") + moved + item(3, "Three"));
    for (auto at = moved.find("2025-01-02"); at != std::string::npos;
         at = moved.find("2025-01-02")) {
        moved.replace(at, 10, "2025-02-02");
    }
    fs::remove(site.path("articles/2025/01/post-1.md"));
    site.import(std::string(head) + item(1, "One") + moved + end);
    CHECK(site.report.removed == std::vector<std::string>{"articles/2025/01/post-2.md"});
    CHECK_FALSE(fs::exists(site.path("articles/2025/01/post-2.md")));
    CHECK(has(site.file("articles/2025/02/post-2.md"), "Two"));
    CHECK(site.report.gone == std::vector<std::string>{"articles/2025/01/post-3.md"});
    CHECK(fs::exists(site.path("articles/2025/01/post-3.md")));
    // What the author deleted stays so until the export has another text.
    CHECK(site.report.deleted == std::vector<std::string>{"articles/2025/01/post-1.md"});
    CHECK(site.post(1).empty());
    site.import(std::string(head) + item(1, "Uno") + moved + end);
    CHECK(has(site.post(1), "Uno"));
}

TEST_CASE("two sites do not get into one folder") {
    Imported site(item(1, "One"));
    std::string other = std::string(head) + item(2, "Two") + "</channel></rss>";
    for (auto at = other.find("paper.example"); at != std::string::npos;
         at = other.find("paper.example")) {
        other.replace(at, 13, "other.example");
    }
    site.import(other);
    CHECK_FALSE(site.report.ok());
    CHECK(has(site.report.diagnostics[0].what, "the folder holds another site"));
    CHECK(site.file("articles/2025/01/post-2.md").empty());
}

TEST_CASE("items without a title, slug or date, and two with one slug, are kept") {
    const std::string bare =
        "<item><content:encoded>Bare</content:encoded><wp:post_id>7</wp:post_id>"
        "<wp:status>publish</wp:status><wp:post_type>post</wp:post_type></item>\n";
    std::string twice = item(1, "Twin");
    twice.replace(twice.find("<wp:post_id>1<"), 14, "<wp:post_id>8<");
    const Imported site(item(1, "One") + twice + bare);
    REQUIRE(site.report.ok());
    CHECK(has(site.file("articles/2025/01/post-1-8.md"), "url: \"/2025/01/02/post-1-8/\""));
    CHECK(has(site.file("articles/undated/item-7.md"), "Bare"));
}

TEST_CASE("categories in a circle end") {
    const auto category = [](const std::string& slug, const std::string& parent) {
        return "<wp:category><wp:category_nicename>" + slug +
               "</wp:category_nicename><wp:category_parent>" + parent +
               "</wp:category_parent><wp:cat_name>" + slug + "</wp:cat_name></wp:category>\n";
    };
    const Imported site(
        category("a", "b") + category("b", "a") +
        item(1, "One", "<category domain=\"category\" nicename=\"a\">a</category>"));
    REQUIRE(site.report.ok());
    CHECK(has(site.post(1), "categories: [\"b/a\"]"));
}

TEST_CASE("of a long text, only the part with many unclosed elements loses its markup") {
    std::string text;
    for (int i = 0; i < 1500; ++i) text += "<b>x ";
    for (int i = 0; i < 18'000; ++i) text += "\n\nA <b>long</b> <i>text</i>";
    text += "\n\nThe <b>end</b>";
    const Imported site(item(1, text));
    REQUIRE(site.report.ok());
    CHECK(has(site.post(1), "x x x"));
    CHECK(has(site.post(1), "The **end**"));
    CHECK(site.report.bare == std::vector<std::string>{"articles/2025/01/post-1.md"});
}

TEST_CASE("ten thousand comments, each an answer to the one before, are kept") {
    std::string comments;
    for (int i = 1; i <= 10'000; ++i) {
        comments += "<wp:comment><wp:comment_id>" + std::to_string(i) +
                    "</wp:comment_id><wp:comment_parent>" + std::to_string(i - 1) +
                    "</wp:comment_parent><wp:comment_approved>1</wp:comment_approved>"
                    "<wp:comment_content>Yes</wp:comment_content></wp:comment>";
    }
    const Imported site(item(1, "One", comments));
    REQUIRE(site.report.ok());
    CHECK(site.report.made.at("comments") == 10'000);
}

namespace {

void pack_gzip(const fs::path& path, const std::string& bytes) {
    gzFile file = gzopen(path.c_str(), "wb");
    gzwrite(file, bytes.data(), static_cast<unsigned>(bytes.size()));
    gzclose(file);
}

void pack_zip(const fs::path& path, const std::map<std::string, std::string>& files) {
    zipFile archive = zipOpen(path.c_str(), APPEND_STATUS_CREATE);
    for (const auto& [name, bytes] : files) {
        zipOpenNewFileInZip(archive, name.c_str(), nullptr, nullptr, 0, nullptr, 0, nullptr,
                            Z_DEFLATED, Z_DEFAULT_COMPRESSION);
        zipWriteInFileInZip(archive, bytes.data(), static_cast<unsigned>(bytes.size()));
        zipCloseFileInZip(archive);
    }
    zipClose(archive, nullptr);
}

ImportReport import_file(const fs::path& file, const fs::path& out) {
    ImportOptions options;
    options.source = find_import_source("wordpress");
    options.exports = {file};
    options.out = out;
    return import_site(options);
}

}  // namespace

TEST_CASE("gzipped files and zip archives of several parts are read") {
    const ScratchFolder scratch;
    const std::string one = std::string(head) + item(1, "One") + "</channel></rss>";
    const std::string two = std::string(head) + item(2, "Two") + "</channel></rss>";
    pack_gzip(scratch.path() / "export.xml.gz", one);
    CHECK(import_file(scratch.path() / "export.xml.gz", scratch.path() / "a").ok());
    pack_zip(scratch.path() / "export.zip", {{"site/part-1.xml", one},
                                             {"site/part-2.xml", two},
                                             {"__MACOSX/site/._part-1.xml", "x"},
                                             {"read.txt", "x"}});
    const ImportReport report = import_file(scratch.path() / "export.zip", scratch.path() / "b");
    CHECK(report.ok());
    CHECK(report.made.at("articles") == 2);
    CHECK(diagnostics_json(report.diagnostics) == "[]");

    pack_zip(scratch.path() / "other.zip", {{"read.txt", "x"}});
    const ImportReport none = import_file(scratch.path() / "other.zip", scratch.path() / "c");
    REQUIRE_FALSE(none.ok());
    CHECK(has(none.diagnostics[0].what, "contains no export"));
    pack_zip(scratch.path() / "wrong.zip", {{"x.xml", "<html></html>"}});
    const ImportReport wrong = import_file(scratch.path() / "wrong.zip", scratch.path() / "d");
    REQUIRE_FALSE(wrong.ok());
    CHECK(
        has(format_diagnostic(wrong.diagnostics[0]), "wrong.zip/x.xml:1:1: error: this is a web"));
}

TEST_CASE("damaged archives and those that unpack without end are reported") {
    const ScratchFolder scratch;
    std::string items;
    for (int i = 1; i < 3000; ++i) items += item(i, "Text " + std::to_string(i * 7919 % 10'007));
    const std::string whole = std::string(head) + items + "</channel></rss>";
    pack_gzip(scratch.path() / "export.xml.gz", whole);
    std::string bytes = read_file(scratch.path() / "export.xml.gz").value_or("");
    bytes.resize(bytes.size() / 2);
    std::ofstream(scratch.path() / "export.xml.gz", std::ios::binary) << bytes;
    const ImportReport cut = import_file(scratch.path() / "export.xml.gz", scratch.path() / "a");
    CHECK(cut.ok());
    REQUIRE_FALSE(cut.diagnostics.empty());
    CHECK(has(cut.diagnostics[0].what, "damaged"));
    CHECK(cut.made.at("articles") > 100);

    // 80 MB of spaces are 80 kB.
    std::string bomb(head);
    bomb.resize(80'000'000, ' ');
    bomb += item(1, "One");
    pack_gzip(scratch.path() / "bomb.xml.gz", bomb);
    pack_zip(scratch.path() / "bomb.zip", {{"bomb.xml", bomb}});
    for (const char* name : {"bomb.xml.gz", "bomb.zip"}) {
        const ImportReport report = import_file(scratch.path() / name, scratch.path() / "b");
        CHECK_FALSE(report.ok());
        const bool is_said = std::any_of(
            report.diagnostics.begin(), report.diagnostics.end(),
            [](const Diagnostic& each) { return has(each.what, "more than 200 times its size"); });
        CHECK(is_said);
    }
}
