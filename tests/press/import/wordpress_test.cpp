// Imports of WordPress exports: what is read, repaired, written, and written again.
#include <doctest/doctest.h>

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
        options.exports = {scratch_.path() / "export.xml"};
        options.out = scratch_.path() / "paper";
        report = import_wordpress(options);
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
    WordpressContext context;
    context.media = [](int) { return nullptr; };
    context.reusable = [](int) { return nullptr; };
    context.target = [](const std::string& target) { return target; };
    const WordpressText text = read_wordpress_text(content, context);
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
    const ImportReport report = import_wordpress({{xml}, scratch.path() / "paper", {}, 2});
    REQUIRE(report.ok());
    CHECK(report.inexact.empty());
    std::map<std::string, std::string> texts;  // by guid
    for (const auto& each : fs::recursive_directory_iterator(scratch.path() / "paper")) {
        if (each.path().extension() != ".md") continue;
        std::string text = read_file(each.path()).value_or("");
        texts[field_of(text, "guid")] = std::move(text);
    }
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
        const std::string link = wanted["link"];
        if (status != "publish" || is_draft) continue;
        const bool ends = field_of(text, "url") == "\"" + link.substr(24) + "\"" ||
                          link.ends_with("/" + wanted["slug"].get<std::string>() + "/");
        CHECK(ends);
    }
    CHECK(items == 302);
}
