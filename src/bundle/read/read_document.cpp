#include <utility>

#include "bundle/format/wire.h"
#include "bundle/read/member_reader.h"

namespace broadsheet::bundle {

namespace {

using model::Node;
using model::NodeKind;

// Kinds without children. Anything inside them is ignored.
bool is_leaf(NodeKind kind) { return kind == NodeKind::soft_break || kind == NodeKind::line_break; }

bool read_name(const std::string& name, Node& node) {
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        node.kind = NodeKind::heading;
        node.level = static_cast<std::uint8_t>(name[1] - '0');
        return true;
    }
    if (name == "ol") {
        node.kind = NodeKind::list;
        node.ordered = true;
        return true;
    }
    if (name == "th") {
        node.kind = NodeKind::table_cell;
        node.heading_cell = true;
        return true;
    }
    if (name == footnote_reference_name) {
        node.kind = NodeKind::footnote_reference;
        return true;
    }
    for (const auto& [kind, each] : node_names) {
        if (each == name) {
            node.kind = kind;
            return true;
        }
    }
    return false;
}

void read_attributes(JsonValue object, Node& node) {
    static const TermTable no_terms;
    MemberReader reader(object, no_terms);
    stored_members(reader, node);
    const bool framed = node.kind == NodeKind::embed;
    const bool plays = node.kind == NodeKind::audio || node.kind == NodeKind::video ||
                       node.kind == NodeKind::track;
    if (!model::is_safe_target(node.target) || (framed && !node.target.starts_with("https://")) ||
        (plays && !node.target.starts_with('/')) ||
        (node.kind == NodeKind::form && !model::is_form_target(node.target))) {
        node.target.clear();
    }
}

// Returns false if `value` is not a node. Such values are omitted.
bool read_node(JsonValue value, Node& node, int depth) {
    if (value.is_text()) {
        node.kind = NodeKind::text;
        node.text = value.text();
        return !node.text.empty();
    }
    if (value.is_number()) {
        const int number = value.number(-1);
        node.kind = number == line_break_number ? NodeKind::line_break : NodeKind::soft_break;
        return number == soft_break_number || number == line_break_number;
    }
    if (!value.is_array() || value.size() == 0 || depth > model::maximum_depth) return false;
    if (!read_name(value[0].text(), node)) return false;
    std::size_t next = 1;
    if (value.size() > 1 && value[1].is_object()) {
        read_attributes(value[1], node);
        ++next;
    }
    if (is_leaf(node.kind)) return true;
    node.children.reserve(value.size() - next);
    for (; next < value.size(); ++next) {
        Node child;
        if (read_node(value[next], child, depth + 1)) node.children.push_back(std::move(child));
    }
    return true;
}

}  // namespace

std::vector<Node> read_nodes(JsonValue array) {
    std::vector<Node> nodes;
    nodes.reserve(array.size());
    for (const JsonValue value : array) {
        Node node;
        if (read_node(value, node, 1)) nodes.push_back(std::move(node));
    }
    return nodes;
}

}  // namespace broadsheet::bundle
