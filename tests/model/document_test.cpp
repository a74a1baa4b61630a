#include "model/document.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

using namespace broadsheet::model;

namespace {

Node text(std::string value) {
    Node node;
    node.kind = NodeKind::text;
    node.text = std::move(value);
    return node;
}

Node block(NodeKind kind, std::vector<Node> children, int level = 0, std::string identifier = {}) {
    Node node;
    node.kind = kind;
    node.level = static_cast<std::uint8_t>(level);
    node.identifier = std::move(identifier);
    node.children = std::move(children);
    return node;
}

}  // namespace

TEST_CASE("targets that can run code are unsafe, even if disguised") {
    const std::array<std::pair<std::string, bool>, 33> cases = {{
        {"", true},
        {"#top", true},
        {"/a/b:c", true},
        {"a/b:c", true},
        {"?q=a:b", true},
        {"page.html", true},
        {"//example.org/", true},
        {"http://example.org/", true},
        {"HTTPS://example.org/", true},
        {"mailto:a@b.c", true},
        {"tel:+1", true},
        {"ftp://x/", true},
        {"sms:+1", true},
        {"xmpp:a@b", true},
        {"foo):", true},
        {"ä:b", true},
        {"javascript:alert(1)", false},
        {"JaVaScRiPt:alert(1)", false},
        {" javascript:alert(1)", false},
        {"\x01javascript:alert(1)", false},
        {"java\tscript:alert(1)", false},
        {"java\nscript:alert(1)", false},
        {"java\rscript:alert(1)", false},
        {std::string("java\0script:alert(1)", 20), false},
        {"javascript\t:alert(1)", false},
        {"vbscript:msgbox", false},
        {"data:text/html,<script>", false},
        {"DATA:image/svg+xml,<svg>", false},
        {"blob:https://x/y", false},
        {"file:///etc/passwd", false},
        {"view-source:x", false},
        {"intent:x", false},
        {"ms-word:x", false},
    }};
    for (const auto& [target, safe] : cases) {
        const std::string shown(target);
        INFO(shown);
        CHECK(is_safe_target(target) == safe);
    }
}

TEST_CASE("the plain text of a document separates blocks") {
    Document document;
    document.blocks.push_back(block(NodeKind::heading, {text("Title")}, 2, "title"));
    Node image;
    image.kind = NodeKind::image;
    image.text = "a river";
    Node soft;
    soft.kind = NodeKind::soft_break;
    document.blocks.push_back(
        block(NodeKind::paragraph,
              {text("One"), soft, block(NodeKind::strong, {text("two")}), text(" "), image}));
    CHECK(plain_text(document) == "Title\nOne two a river");
}

TEST_CASE("words are counted in every script") {
    CHECK(count_words("") == 0);
    CHECK(count_words("  one  two\nthree ") == 3);
    CHECK(count_words("昆明市的花") == 3);
    CHECK(count_words("in 昆明 today") == 3);
    CHECK(count_words("नई दिल्ली") == 2);
}

TEST_CASE("reading time is rounded up to at least one minute") {
    Document document;
    CHECK(reading_minutes(document) == 1);
    std::string words;
    for (int i = 0; i < 231; ++i) words += "word ";
    document.blocks.push_back(block(NodeKind::paragraph, {text(words)}));
    CHECK(reading_minutes(document) == 2);
}

TEST_CASE("the table of contents has headings 2 to 4 with identifiers") {
    Document document;
    document.blocks.push_back(block(NodeKind::heading, {text("A")}, 1, "a"));
    document.blocks.push_back(block(NodeKind::heading, {text("B")}, 2, "b"));
    document.blocks.push_back(block(NodeKind::heading, {text("C")}, 4, ""));
    document.blocks.push_back(
        block(NodeKind::block_quote, {block(NodeKind::heading, {text("D")}, 4, "d")}));
    document.blocks.push_back(block(NodeKind::heading, {text("E")}, 5, "e"));
    const auto list = sections(document);
    REQUIRE(list.size() == 2);
    CHECK(list[0].title == "B");
    CHECK(list[1].identifier == "d");
}
