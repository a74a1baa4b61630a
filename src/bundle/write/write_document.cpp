#include "bundle/write/write_document.h"

#include "bundle/format/wire.h"

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

bool has_level_name(const Node& node) {
    return node.kind == NodeKind::heading && node.level >= 1 && node.level <= 6;
}

void write_name(JsonText& out, const Node& node) {
    if (has_level_name(node)) {
        out.text(std::string("h") + static_cast<char>('0' + node.level));
    } else if (node.kind == NodeKind::list && node.ordered) {
        out.text("ol");
    } else if (node.kind == NodeKind::table_cell && node.heading_cell) {
        out.text("th");
    } else {
        out.text(plain_name(node.kind));
    }
}

// Writes the members that differ from a new node's. Omits the object if there are none.
class Attributes {
  public:
    explicit Attributes(JsonText& out) : out_(out) {}
    ~Attributes() {
        if (opened_) out_.close_object();
    }
    Attributes(const Attributes&) = delete;
    Attributes& operator=(const Attributes&) = delete;

    void number(std::string_view name, int value, int fallback = 0) {
        if (value == fallback) return;
        open();
        out_.member(name, value);
    }
    void text(std::string_view name, const std::string& value) {
        if (value.empty()) return;
        open();
        out_.member(name, value);
    }

  private:
    void open() {
        if (!opened_) out_.open_object();
        opened_ = true;
    }
    JsonText& out_;
    bool opened_ = false;
};

void write_attributes(JsonText& out, const Node& node) {
    Attributes attributes(out);
    if (!has_level_name(node)) attributes.number("lv", node.level);
    attributes.number("al", static_cast<int>(node.alignment));
    attributes.number("tk", static_cast<int>(node.task));
    attributes.number("di", static_cast<int>(node.direction));
    if (node.kind != NodeKind::list) attributes.number("or", node.ordered ? 1 : 0);
    attributes.number("ti", node.tight ? 1 : 0);
    if (node.kind != NodeKind::table_cell) attributes.number("hc", node.heading_cell ? 1 : 0);
    attributes.number("n", node.number);
    attributes.number("w", node.width);
    attributes.number("h", node.height);
    attributes.number("cs", node.column_span, 1);
    attributes.number("rs", node.row_span, 1);
    attributes.text("x", node.text);
    attributes.text("in", node.info);
    attributes.text("to", node.target);
    attributes.text("tt", node.title);
    attributes.text("id", node.identifier);
    attributes.text("la", node.language);
    attributes.text("co", node.tokens);
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
    write_attributes(out, node);
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
