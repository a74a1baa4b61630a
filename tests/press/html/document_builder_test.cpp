#include "press/html/document_builder.h"

#include <doctest/doctest.h>

#include "sample_publication.h"

namespace broadsheet::press {

using model::Node;
using model::NodeKind;
using tests::block;
using tests::text_node;

TEST_CASE("events become a document") {
    DocumentBuilder builder;
    builder.open(block(NodeKind::paragraph, {}));
    builder.add_text("one ");
    builder.add_text("two\nthree");
    builder.close();
    const model::Document document = builder.finish();
    REQUIRE(document.blocks.size() == 1);
    const auto& nodes = document.blocks[0].children;
    REQUIRE(nodes.size() == 3);
    CHECK(nodes[0].text == "one two");
    CHECK(nodes[1].kind == NodeKind::soft_break);
    CHECK(nodes[2].text == "three");
}

TEST_CASE("what is left open is closed, and what is too deep stays as text") {
    DocumentBuilder builder;
    constexpr int depth = 1000;
    for (int i = 0; i < depth; ++i) builder.open(block(NodeKind::block_quote, {}));
    builder.open(block(NodeKind::paragraph, {}));
    builder.add_text("deep");
    const model::Document document = builder.finish();
    int levels = 0;
    std::string text;
    for (const Node* node = &document.blocks.at(0); node != nullptr; ++levels) {
        text += node->text;
        node = node->children.empty() ? nullptr : &node->children[0];
    }
    CHECK(text == "deep");
    CHECK(levels < 200);
}

TEST_CASE("normalise keeps the rules of documents") {
    Node link = block(NodeKind::link, {text_node("x")});
    link.target = "javascript:alert(1)";
    std::vector<Node> blocks = {
        text_node(" loose "), block(NodeKind::paragraph, {text_node("a "), text_node(" b "), link}),
        block(NodeKind::list_item, {text_node("item")}),
        block(NodeKind::paragraph, {block(NodeKind::block_quote, {text_node("q")})})};
    normalise(blocks);
    for (const Node& node : blocks) {
        CHECK(node.kind != NodeKind::list_item);
        for (const Node& child : node.children) {
            if (node.kind == NodeKind::paragraph) CHECK(!model::is_block(child.kind));
            CHECK(child.kind != NodeKind::link);
        }
    }
    CHECK(model::plain_text(blocks[0]) == "loose");
}

}  // namespace broadsheet::press
