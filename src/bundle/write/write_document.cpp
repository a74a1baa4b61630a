#include "bundle/write/write_document.h"

#include "bundle/format/wire.h"
#include "bundle/write/member_writer.h"

namespace broadsheet::bundle {

using strings::JsonText;

namespace {

using model::Node;
using model::NodeKind;

std::string_view plain_name(NodeKind kind) {
    for (const auto& [each, name] : node_names) {
        if (each == kind) return name;
    }
    return footnote_reference_name;
}

void write_name(JsonText& out, const Node& node) {
    if (level_in_name(node)) {
        out.text(std::string("h") + static_cast<char>('0' + node.level));
    } else if (node.kind == NodeKind::list && node.ordered) {
        out.text("ol");
    } else if (node.kind == NodeKind::table_cell && node.heading_cell) {
        out.text("th");
    } else {
        out.text(plain_name(node.kind));
    }
}

void write_node(JsonText& out, const Node& node) {
    static const Node soft = [] {
        Node result;
        result.kind = NodeKind::soft_break;
        return result;
    }();
    static const Node hard = [] {
        Node result;
        result.kind = NodeKind::line_break;
        return result;
    }();
    if (node.kind == NodeKind::text && node.children.empty() && node.identifier.empty() &&
        node.language.empty()) {
        out.text(node.text);
        return;
    }
    if (node.kind == NodeKind::soft_break && node == soft) return out.number(soft_break_number);
    if (node.kind == NodeKind::line_break && node == hard) return out.number(line_break_number);
    out.open_array();
    write_name(out, node);
    MemberWriter attributes(out);
    stored_members(attributes, node);
    if (attributes.wrote()) out.close_object();
    for (const Node& child : node.children) write_node(out, child);
    out.close_array();
}

}  // namespace

void write_nodes(JsonText& out, const std::vector<Node>& nodes) {
    out.open_array();
    for (const Node& node : nodes) write_node(out, node);
    out.close_array();
}

}  // namespace broadsheet::bundle
