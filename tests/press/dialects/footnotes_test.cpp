#include "press/dialects/footnotes.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "page/page.h"
#include "press/text/markdown.h"
#include "views/document.h"

using namespace broadsheet;
using namespace broadsheet::press;

namespace {

PlacedBody body_of(std::string_view text) {
    const MarkedText marked = mark_body(text);
    return place_marks(
        parse_markdown(marked.text, {.identifiers = HeadingIdentifiers::none}).document, marked);
}

std::string print(const model::Node& node) {
    using model::NodeKind;
    std::string inner = node.text;
    for (const model::Node& child : node.children) inner += print(child);
    switch (node.kind) {
        case NodeKind::text: return inner;
        case NodeKind::footnote_reference:
            return "[" + std::to_string(node.number) + " " + node.identifier + "]";
        case NodeKind::footnote: return "{" + node.identifier + ": " + inner + "}";
        case NodeKind::footnotes: return "notes(" + inner + ")";
        case NodeKind::paragraph: return "<" + inner + ">";
        case NodeKind::soft_break: return " ";
        default: return "(" + inner + ")";
    }
}

std::string print(std::string_view text) {
    std::string out;
    for (const model::Node& block : body_of(text).document.blocks) out += print(block);
    return out;
}

}  // namespace

TEST_CASE("footnotes that nothing refers to are named") {
    CHECK(mark_body("a[^b]\n\n[^b]: B\n\n[^c]: C\n\n[^d]: D[^c]\n").unused ==
          std::vector<std::string>{"c", "d"});
    CHECK(mark_body("a[^b]\n\n[^b]: B[^c]\n\n[^c]: C\n").unused.empty());
}

TEST_CASE("footnotes are numbered by their first reference") {
    CHECK(print("a[^x] b[^y] c[^x]\n\n[^y]: Why\n[^x]: Ex\n") ==
          "<a[1 fnref-1] b[2 fnref-2] c[1 fnref-1-2]>notes({fn-1: <Ex>}{fn-2: <Why>})");
}

TEST_CASE("footnotes can contain blocks and refer to each other") {
    CHECK(print("a[^x]\n\n[^x]: One\n    more\n\n    Two[^y]\n\nb\n\n[^y]: Three\n") ==
          "<a[1 fnref-1]><b>notes({fn-1: <One more><Two[2 fnref-2]>}{fn-2: <Three>})");
}

TEST_CASE("text that only looks like a footnote is unchanged") {
    CHECK(print("a[^x] b") == "<a[^x] b>");
    CHECK(print("a `[^x]`\n\n[^x]: unused") == "<a ([^x])>");
    CHECK(print("```\n[^x]\n[^x]: no\n```\n\na[^x]\n\n[^x]: X") ==
          "([^x]\n[^x]: no\n)<a[1 fnref-1]>notes({fn-1: <X>})");
    CHECK(print("a\\[^x] [^x]\n\n[^x]: X") == "<a[^x] [1 fnref-1]>notes({fn-1: <X>})");
    CHECK(print("\tcode [^x]\n\na[^x]\n\n[^x]: X").starts_with("(code [^x]\n)"));
    CHECK(print("[a](b[^x]) ![c[^x]](d)\n\n[^x]: X").find("c[^x]") != std::string::npos);
    CHECK(print("```\nopen [^x]\n\n[^x]: X").find("notes") == std::string::npos);
}

TEST_CASE("placeholder characters in the author's text are replaced") {
    CHECK(print("\uF8F01\uF8F3 \uF8F2 [^x]\n\n[^x]: X") ==
          "<\uFFFD1\uFFFD \uFFFD [1 fnref-1]>notes({fn-1: <X>})");
    CHECK(print("\uF8F01\uF8F3") == "<\uFFFD1\uFFFD>");
}

TEST_CASE("the summary ends at <!--more-->") {
    for (const char* mark : {"<!--more-->", "<!-- more -->", "  <!--  more-->"}) {
        const PlacedBody body = body_of(std::string("a\n\nb\n\n") + mark + "\n\nc\n");
        CHECK(body.blocks_before_more == 2);
        CHECK(body.document.blocks.size() == 3);
    }
    CHECK(body_of("a\n<!--more-->\nb").blocks_before_more == 1);
    CHECK(!body_of("```\n<!--more-->\n```\n").blocks_before_more);
    CHECK(!body_of("a <!-- other --> b").blocks_before_more);
}

TEST_CASE("a footnote goes on in the next line whatever sign begins it") {
    for (const std::string line :
         {"`here` to", "~5 km", "#tag and", "-5 degrees", "+1 from", "*emphasis* to",
          "<b>bold</b> to", "| to", "2. to", "=== to", "$5 to"}) {
        CAPTURE(line);
        const PlacedBody body =
            body_of("Text[^a].\n\n[^a]: The note goes on\n" + line + " its end.\n\nAfter.\n");
        REQUIRE(body.document.blocks.size() == 3);
        CHECK(model::plain_text(body.document.blocks[1]) == "After.");
        CHECK(model::plain_text(body.document.blocks[2]).ends_with("its end."));
    }
    for (const std::string line : {"# Heading", "- item", "1. item", "> quote", "```\ncode\n```",
                                   "---", "<div>x</div>", "[^b]: B"}) {
        CAPTURE(line);
        const PlacedBody body = body_of("Text[^a][^b].\n\n[^a]: A\n" + line + "\n");
        const model::Node& notes = body.document.blocks.back();
        REQUIRE(notes.kind == model::NodeKind::footnotes);
        CHECK(model::plain_text(notes.children[0]) == "A");
    }
}

TEST_CASE("a footnote has a way back to each of its references") {
    const model::Document document =
        body_of("One.[^a] Two.[^a] Three.[^a] Four[^b]\n\n[^a]: n\n[^b]: m\n").document;
    const model::Publication publication;
    const addresses::Route route;
    const views::ReaderState state;
    std::string html;
    for (const page::Node& node :
         views::document_nodes({publication, route, state, {}, {}}, document)) {
        html += page::node_to_html(node);
    }
    const auto count = [&](const std::string& text) {
        return html.find(text) != std::string::npos;
    };
    CHECK(count("href=\"#fnref-1\""));
    CHECK(count("href=\"#fnref-1-2\""));
    CHECK(count(">\u21a92</a>"));
    CHECK(count("href=\"#fnref-1-3\""));
    CHECK(count(">\u21a93</a>"));
    CHECK(!count("href=\"#fnref-1-4\""));
    CHECK(count("href=\"#fnref-2\""));
    CHECK(!count("href=\"#fnref-2-2\""));
    // The way back does not stand alone on a line.
    CHECK(count("n\u00A0<a"));
    CHECK(count("m\u00A0<a"));
}
