#include "press/text/footnotes.h"

#include <doctest/doctest.h>

#include <string>

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
