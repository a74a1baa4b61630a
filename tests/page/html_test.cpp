#include <doctest/doctest.h>

#include <array>
#include <string>

#include "page/page.h"

namespace broadsheet::page {

namespace {

Node node_of(Role role, std::string text = {}) {
    Node node;
    node.role = role;
    node.text = std::move(text);
    return node;
}

}  // namespace

TEST_CASE("text is escaped everywhere") {
    Node link = node_of(Role::link);
    link.target = "/a\"b/";
    link.title = "<i>";
    link.children = {node_of(Role::text, "<script>alert(1)</script> & \"more\"")};
    CHECK(node_to_html(link) ==
          "<a href=\"/a%22b/\" title=\"&lt;i&gt;\">&lt;script&gt;alert(1)&lt;/script&gt; &amp; "
          "&quot;more&quot;</a>");
}

TEST_CASE("only URLs of the site get the base path") {
    struct Case {
        const char* target;
        const char* expected;
    };
    constexpr std::array<Case, 8> cases = {
        {{"/2025/", "/paper/2025/"},
         {"/", "/paper/"},
         {"//other.example/", "//other.example/"},
         {"https://a.example/b?c=d#e", "https://a.example/b?c=d#e"},
         {"#part", "#part"},
         {"", ""},
         {"/tag/東京/", "/paper/tag/%E6%9D%B1%E4%BA%AC/"},
         {"mailto:a@b.example", "mailto:a@b.example"}}};
    for (const Case& one : cases) CHECK(url_of(one.target, "/paper/") == one.expected);
    // Language editions beside each other.
    CHECK(url_of("/../fr/lac/", "/paper/de/") == "/paper/fr/lac/");
    CHECK(url_of("/../", "/de/") == "/");
    CHECK(url_of("/../lake/", "https://a.example/de/") == "https://a.example/lake/");
    CHECK(url_of("/../../lake/", "/") == "/../../lake/");
}

TEST_CASE("elements depend on roles") {
    Node list = node_of(Role::list);
    list.ordered = true;
    list.number = 3;
    Node item = node_of(Role::list_item);
    item.task = Task::done;
    item.children = {node_of(Role::text, "x")};
    list.children = {item};
    CHECK(node_to_html(list) ==
          "<ol start=\"3\"><li><input type=\"checkbox\" disabled checked> x</li></ol>");

    Node image = node_of(Role::image, "A lake");
    image.target = "/lake.jpg";
    image.width = 12;
    image.height = 8;
    CHECK(node_to_html(image, "/b/") ==
          "<img loading=\"lazy\" src=\"/b/lake.jpg\" alt=\"A lake\" width=\"12\" height=\"8\" "
          "decoding=\"async\">");

    Node code = node_of(Role::preformatted, "a < b\n");
    code.info = "cpp linenos";
    CHECK(node_to_html(code) == "<pre><code class=\"language-cpp\">a &lt; b\n</code></pre>");
}

// HTML's rules: the content of a <time> without an attribute is a date for machines, and a label
// with a field cannot be hidden from programs.
TEST_CASE("a time without a date and the label of a hidden field are other elements") {
    Node when;
    when.role = Role::time;
    CHECK(element_name(when) == "span");
    when.datetime = "2025-07-14";
    CHECK(element_name(when) == "time");
    Node label;
    label.role = Role::field_label;
    CHECK(element_name(label) == "label");
    label.decorative = true;
    CHECK(element_name(label) == "div");
}

TEST_CASE("HTML omits buttons with actions") {
    Node group = node_of(Role::group);
    group.children = {node_of(Role::button)};
    CHECK(node_to_html(group) == "<div></div>");
}

TEST_CASE("the head of a page") {
    Page page;
    page.title = "A & B – Meridian";
    page.description = "One \"two\"";
    page.path = "/2025/";
    page.base_url = "https://meridian.example/paper";
    page.language = "ar";
    page.direction = direction_of_language("ar");
    page.root = node_of(Role::main);
    const std::string html =
        page_to_html(page, {.base_path = "/paper/", .stylesheet = "t.css", .script = "b.js"});
    CHECK(html.find("<html lang=\"ar\" dir=\"rtl\">") != std::string::npos);
    CHECK(html.find("<title>A &amp; B – Meridian</title>") != std::string::npos);
    CHECK(html.find("<meta name=\"description\" content=\"One &quot;two&quot;\">") !=
          std::string::npos);
    CHECK(html.find("<link rel=\"canonical\" href=\"https://meridian.example/paper/2025/\">") !=
          std::string::npos);
    CHECK(html.find("<link rel=\"stylesheet\" href=\"/paper/t.css\">") != std::string::npos);
    CHECK(html.find("script-src 'self' 'wasm-unsafe-eval'") != std::string::npos);
    CHECK(html.find("noindex") == std::string::npos);
    page.findable = false;
    CHECK(page_to_html(page, {}).find("noindex") != std::string::npos);
}

TEST_CASE("engine-fields: a page may name another one as canonical, and ask not to be indexed") {
    const auto canonical = [](const Page& page) {
        const std::string html = page_to_html(page, {.base_path = "/de/"});
        const std::string_view start = "<link rel=\"canonical\" href=\"";
        const auto at = html.find(start);
        if (at == std::string::npos) return std::string();
        return html.substr(at + start.size(),
                           html.find('"', at + start.size()) - at - start.size());
    };
    Page page;
    page.path = "/lake/";
    page.base_url = "https://meridian.example/de";
    page.root = node_of(Role::main);
    CHECK(canonical(page) == "https://meridian.example/de/lake/");
    page.canonical = "/../see \"x\"/";
    CHECK(canonical(page) == "https://meridian.example/see%20%22x%22/");
    page.base_url.clear();
    CHECK(canonical(page).empty());
    page.canonical = "https://other.example/lake/?a=1&b=2";
    CHECK(canonical(page) == "https://other.example/lake/?a=1&amp;b=2");
    page.indexed = false;
    CHECK(page_to_html(page, {}).find("<meta name=\"robots\" content=\"noindex\">") !=
          std::string::npos);
}

TEST_CASE("metadata is in the head, escaped") {
    Page page;
    page.root = node_of(Role::main);
    HtmlOptions options;
    options.base_path = "/paper/";
    options.common_head = "<meta name=\"common\" content=\"1\">\n";
    Head head;
    head.links = {{"alternate", "/feed.xml", "application/rss+xml", "A \"B\""},
                  {"alternate", "https://a.example/ar/", {}, {}, "ar"}};
    head.properties = {{"og:title", "<i>"}, {"twitter:card", "summary"}};
    head.structured_data = R"({"a":1})";
    const std::string html = page_to_html(page, options, head);
    const std::string expected =
        "<meta name=\"common\" content=\"1\">\n"
        "<link rel=\"alternate\" type=\"application/rss+xml\" title=\"A &quot;B&quot;\" "
        "href=\"/paper/feed.xml\">\n"
        "<link rel=\"alternate\" hreflang=\"ar\" href=\"https://a.example/ar/\">\n"
        "<meta property=\"og:title\" content=\"&lt;i&gt;\">\n"
        "<meta name=\"twitter:card\" content=\"summary\">\n"
        "<script type=\"application/ld+json\">{\"a\":1}</script>\n";
    CHECK(html.find(expected) != std::string::npos);
}

TEST_CASE("right-to-left languages") {
    for (const char* language : {"ar", "fa-IR", "he", "UR"}) {
        CHECK(direction_of_language(language) == Direction::right_to_left);
    }
    for (const char* language : {"en", "ja", "arn", "fr-CA", ""}) {
        CHECK(direction_of_language(language) == Direction::left_to_right);
    }
}

TEST_CASE("every style has a distinct class") {
    for (int i = 1; i < style_count; ++i) {
        const std::string_view name = class_name(static_cast<Style>(i));
        CHECK(!name.empty());
        for (int j = 1; j < i; ++j) CHECK(name != class_name(static_cast<Style>(j)));
    }
}

TEST_CASE("sizes in quarter points stay within the range of the tag cloud") {
    CHECK(point_step(8) == 32);
    CHECK(point_step(22) == 88);
    CHECK(point_step(100) == 88);
    CHECK(point_step(13.4) == 54);
}

}  // namespace broadsheet::page
