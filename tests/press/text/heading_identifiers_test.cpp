// Identifiers of headings, as the generators make them.
#include <doctest/doctest.h>

#include <array>
#include <string>
#include <utility>

#include "model/headings.h"
#include "press/text/markdown.h"

namespace broadsheet::press {

TEST_CASE("emoji-anchors: headings with emoji have the anchors of each generator") {
    struct Case {
        const char* heading;
        const char* hugo;
        const char* zola;
        const char* jekyll;
    };
    const Case cases[] = {
        {"🚀 Start", "-start", "rocket-start", "-start"},
        {"Start 🚀", "start-", "start-rocket", "start-"},
        {":rocket: Go", "rocket-go", "rocket-go", "rocket-go"},
        {"✈️ Travel", "-travel", "airplane-travel", "️-travel"},
        {"👩‍💻 Code", "-code", "computer-code", "-code"},
        {"1️⃣ One", "1-one", "1-one", "1️⃣-one"},
        {"🫠", "heading", "section", "section"},
    };
    for (const Case& each : cases) {
        const auto check = [&](IdentifierRule rule, const char* wanted) {
            model::Document document =
                parse_markdown("## " + std::string(each.heading), {}).document;
            document.blocks.at(0).identifier.clear();
            identify_headings(document, rule);
            CHECK_MESSAGE(document.blocks.at(0).identifier == wanted, each.heading);
        };
        check(IdentifierRule::hugo, each.hugo);
        check(IdentifierRule::zola, each.zola);
        check(IdentifierRule::jekyll, each.jekyll);
    }
}

TEST_CASE("closing-signs: those before a heading's attributes close it") {
    const auto heading = [](const std::string& markdown) {
        model::Document document = parse_markdown(markdown, {}).document;
        const model::Node& node = document.blocks.at(0);
        return node.identifier + "|" + model::plain_text(node);
    };
    CHECK(heading("## Part ## {#p .x}") == "p|Part");
    CHECK(heading("## In C# {#c-sharp}") == "c-sharp|In C#");
    CHECK(heading("## Part {data-a=b}") == "part|Part");
    CHECK(heading("## Part {class=\"a#b\"}") == "part|Part");
    CHECK(heading("## Part {:.a #p}") == "p|Part");
}

TEST_CASE("dashes-in-anchors: kramdown's anchors have none for hyphens that become a dash") {
    const auto anchor = [](const char* heading, IdentifierRule rule) {
        model::Document document =
            parse_markdown("## " + std::string(heading), {.marks_signs = true}).document;
        document.blocks.at(0).identifier.clear();
        identify_headings(document, rule);
        return document.blocks.at(0).identifier;
    };
    CHECK(anchor("Now -- or *then --- later*", IdentifierRule::jekyll) == "now--or-then--later");
    CHECK(anchor("Well-known `--flag` e-mail", IdentifierRule::jekyll) ==
          "well-known---flag-e-mail");
    CHECK(anchor("Now -- or then", IdentifierRule::hugo) == "now----or-then");
}

// The identifiers are those that Hugo 0.169 made.
TEST_CASE("hugo-anchors: sites may ask for letters without diacritics, or for older anchors") {
    struct Case {
        const char* heading;
        const char* ascii;
        const char* blackfriday;
    };
    const Case cases[] = {
        {"Héllo Wörld, you & me!", "hello-world-you--me", "héllo-wörld-you-me"},
        {"1. Numbers (x) v1.2", "1-numbers-x-v12", "1-numbers-x-v1-2"},
        {"Straße – dash — x", "strae--dash--x", "straße-dash-x"},
        {"日本 語", "-", "日本-語"},
        {"_under_score a_b", "_under_score-a_b", "under-score-a-b"},
        {"Two  spaces - dash", "two--spaces---dash", "two-spaces-dash"},
        {"Trailing! ?", "trailing-", "trailing"},
    };
    for (const Case& each : cases) {
        const auto identifier = [&](IdentifierRule rule) {
            model::Document document;
            document.blocks.emplace_back();
            document.blocks[0].kind = model::NodeKind::heading;
            document.blocks[0].children.emplace_back();
            document.blocks[0].children[0].kind = model::NodeKind::text;
            document.blocks[0].children[0].text = each.heading;
            identify_headings(document, rule);
            return document.blocks[0].identifier;
        };
        CHECK(identifier(IdentifierRule::hugo_ascii) == each.ascii);
        CHECK(identifier(IdentifierRule::blackfriday) == each.blackfriday);
    }
}

}  // namespace broadsheet::press
