#include "reader/text_layer_nodes.h"

#include "reader/pictures.h"

namespace broadsheet::reader {

std::string pixels(float value) { return css_number(value) + "px"; }

TextLayerNode text_node(std::string text) {
    TextLayerNode node;
    node.text = std::move(text);
    return node;
}

void add_class(TextLayerNode& node, std::string_view more) {
    for (auto& [name, value] : node.attributes) {
        if (name == "class") value += more;
    }
}

void mark_island(TextLayerNode& node) { add_class(node, " island"); }

TextLayerNode element_of(const page::Node& node, std::string_view base_path) {
    TextLayerNode result;
    result.tag = page::element_name(node);
    for (page::Attribute& attribute : page::attributes_of(node, base_path)) {
        result.attributes.emplace_back(attribute.name, std::move(attribute.value));
    }
    if (node.role == page::Role::formula) {
        mark_island(result);
        result.attributes.emplace_back("mathml", page::formula_content(node));
    }
    return result;
}

void choose_file(TextLayerNode& image, const page::Node& node, float width, float height,
                 std::string_view base_path) {
    for (auto& [name, value] : image.attributes) {
        if (name == "src") value = page::url_of(file_for_box(node, width, height), base_path);
        if (name == "srcset") name = "data-srcset";
    }
    std::erase_if(image.attributes, [](const auto& each) { return each.first == "sizes"; });
}

}  // namespace broadsheet::reader
