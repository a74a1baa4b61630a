#include "reader/text_layer.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace broadsheet::reader {

namespace {

// More places would cost time on very long pages. The first place is that of the whole page.
constexpr int max_places = 600;

bool same_kind(const TextLayerNode& a, const TextLayerNode& b) { return a.tag == b.tag; }

template <typename List>
const std::string* value_of(const List& list, const std::string& name) {
    for (const auto& [key, value] : list) {
        if (key == name) return &value;
    }
    return nullptr;
}

const TextLayerNode* find(const TextLayerNode& node, int id) {
    if (node.id == id) return &node;
    for (const TextLayerNode& child : node.children) {
        if (const TextLayerNode* found = find(child, id)) return found;
    }
    return nullptr;
}

bool drop_from(TextLayerNode& node, int id) {
    const auto is_it = [&](const TextLayerNode& child) { return child.id == id; };
    if (std::erase_if(node.children, is_it) > 0) return true;
    return std::any_of(node.children.begin(), node.children.end(),
                       [&](TextLayerNode& child) { return drop_from(child, id); });
}

}  // namespace

std::string css_number(float value) {
    const auto hundredths = std::lround(value * 100);
    std::string out = hundredths < 0 ? "-" : "";
    const auto size = std::labs(hundredths);
    out += std::to_string(size / 100);
    if (size % 100 != 0) {
        out += size % 100 < 10 ? ".0" : ".";
        out += std::to_string(size % 100);
    }
    return out;
}

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

void TextLayer::record_places(TextLayerNode& node) {
    if (const layout::Box* box = std::exchange(node.box, nullptr); box && places_ < max_places) {
        ++places_;
        const std::string id = std::to_string(node.id);
        const layout::Rect& rect = box->rect;
        const std::string x = css_number(rect.x);
        const std::string y = css_number(rect.y);
        const std::string width = css_number(rect.width);
        const std::string height = css_number(rect.height);
        const std::string family = std::to_string(static_cast<int>(box->style.family));
        const std::string size = css_number(box->style.size);
        const std::string line_height = css_number(box->style.line_height);
        const std::string tracking = css_number(box->style.tracking);
        std::string font = family + ' ' + size + ' ' + line_height + ' ' + tracking;
        if (!box->text || std::find(fonts_.begin(), fonts_.end(), font) != fonts_.end()) {
            record({"b", id, x, y, width, height});
        } else {
            record({"b", id, x, y, width, height, family, size, line_height, tracking});
            fonts_.push_back(std::move(font));
        }
    }
    for (TextLayerNode& child : node.children) record_places(child);
}

void TextLayer::drop(int id) { drop_from(root_, id); }

const page::Node* TextLayer::source_of(int id) const {
    const TextLayerNode* node = id > 0 ? find(root_, id) : nullptr;
    return node ? node->source : nullptr;
}

std::string TextLayer::update(TextLayerNode wanted) {
    operations_.clear();
    if (root_.id == 0) {
        record({"z"});
        create(wanted, 0, 0);
    } else {
        patch(root_, wanted, 0);
    }
    places_ = 0;
    fonts_.clear();
    record_places(wanted);
    root_ = std::move(wanted);
    return std::move(operations_);
}

}  // namespace broadsheet::reader
