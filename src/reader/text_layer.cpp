#include "reader/text_layer.h"

#include <algorithm>

namespace broadsheet::reader {

namespace {

bool same_kind(const TextLayerNode& a, const TextLayerNode& b) { return a.tag == b.tag; }

template <typename List>
const std::string* value_of(const List& list, const std::string& name) {
    for (const auto& [key, value] : list) {
        if (key == name) return &value;
    }
    return nullptr;
}

}  // namespace

void TextLayer::record(std::initializer_list<std::string_view> fields) {
    for (const std::string_view field : fields) {
        for (const char c : field) {
            if (c != '\x1e' && c != '\x1f') operations_ += c;
        }
        operations_ += '\x1f';
    }
    operations_ += '\x1e';
}

void TextLayer::create(TextLayerNode& node, int parent, int before) {
    node.id = ++last_id_;
    const std::string id = std::to_string(node.id);
    const std::string place = std::to_string(before);
    if (node.tag.empty()) {
        record({"t", id, std::to_string(parent), place, node.text});
        return;
    }
    record({"c", id, std::to_string(parent), place, node.tag});
    for (const auto& [name, value] : node.attributes) record({"a", id, name, value});
    for (const auto& [name, value] : node.styles) record({"s", id, name, value});
    for (TextLayerNode& child : node.children) create(child, node.id, 0);
}

void TextLayer::patch(TextLayerNode& standing, TextLayerNode& wanted, int parent) {
    if (!same_kind(standing, wanted)) {
        create(wanted, parent, standing.id);
        record({"x", std::to_string(standing.id)});
        return;
    }
    wanted.id = standing.id;
    const std::string id = std::to_string(wanted.id);
    if (wanted.tag.empty()) {
        if (standing.text != wanted.text) record({"u", id, wanted.text});
        return;
    }
    for (const auto& [name, value] : standing.attributes) {
        if (!value_of(wanted.attributes, name)) record({"r", id, name});
    }
    for (const auto& [name, value] : wanted.attributes) {
        const std::string* before = value_of(standing.attributes, name);
        if (!before || *before != value) record({"a", id, name, value});
    }
    for (const auto& [name, value] : standing.styles) {
        if (!value_of(wanted.styles, name)) record({"s", id, name, ""});
    }
    for (const auto& [name, value] : wanted.styles) {
        const std::string* before = value_of(standing.styles, name);
        if (!before || *before != value) record({"s", id, name, value});
    }
    patch_children(standing, wanted);
}

void TextLayer::patch_children(TextLayerNode& standing, TextLayerNode& wanted) {
    const std::size_t common = std::min(standing.children.size(), wanted.children.size());
    for (std::size_t i = 0; i < common; ++i) {
        patch(standing.children[i], wanted.children[i], wanted.id);
    }
    for (std::size_t i = common; i < standing.children.size(); ++i) {
        record({"x", std::to_string(standing.children[i].id)});
    }
    for (std::size_t i = common; i < wanted.children.size(); ++i) {
        create(wanted.children[i], wanted.id, 0);
    }
}

std::string TextLayer::update(TextLayerNode wanted) {
    operations_.clear();
    if (root_.id == 0) {
        record({"z"});
        create(wanted, 0, 0);
    } else {
        patch(root_, wanted, 0);
    }
    root_ = std::move(wanted);
    return std::move(operations_);
}

}  // namespace broadsheet::reader
