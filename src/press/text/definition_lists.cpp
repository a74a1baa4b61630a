#include "press/text/definition_lists.h"

#include <iterator>
#include <utility>

namespace broadsheet::press {

namespace {

using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

bool begins_description(const Node& node) {
    return node.kind == NodeKind::text &&
           (node.text == ":" || node.text.starts_with(": ") || node.text.starts_with(":\t"));
}

std::vector<Nodes> lines_of(Nodes&& children) {
    std::vector<Nodes> lines(1);
    for (Node& child : children) {
        if (child.kind == NodeKind::soft_break) {
            lines.emplace_back();
        } else {
            lines.back().push_back(std::move(child));
        }
    }
    return lines;
}

bool is_description(const Nodes& line) { return !line.empty() && begins_description(line.front()); }

// True for a paragraph with a line that starts with a colon. The first line counts only after
// another paragraph (`follows`), which is then the term.
bool has_descriptions(const Node& node, bool follows) {
    if (node.kind != NodeKind::paragraph) return false;
    bool line_start = follows;
    for (const Node& child : node.children) {
        if (line_start && begins_description(child)) return true;
        line_start = child.kind == NodeKind::soft_break;
    }
    return false;
}

void add_line(Node& to, Nodes line) {
    if (!to.children.empty()) {
        Node space;
        space.kind = NodeKind::soft_break;
        to.children.push_back(std::move(space));
    }
    std::move(line.begin(), line.end(), std::back_inserter(to.children));
}

void add_part(Node& list, NodeKind kind, Nodes line) {
    Node part;
    part.kind = kind;
    add_line(part, std::move(line));
    list.children.push_back(std::move(part));
}

void add_paragraph(Node& list, Node paragraph) {
    for (Nodes& line : lines_of(std::move(paragraph.children))) {
        if (is_description(line)) {
            std::string& text = line.front().text;
            text.erase(0, text.find_first_not_of(" \t", 1));
            if (text.empty() || text == ":") line.erase(line.begin());
            add_part(list, NodeKind::definition_description, std::move(line));
        } else if (!list.children.empty() &&
                   list.children.back().kind == NodeKind::definition_description) {
            add_line(list.children.back(), std::move(line));
        } else {
            add_part(list, NodeKind::definition_term, std::move(line));
        }
    }
}

}  // namespace

void make_definition_lists(Nodes& blocks) {
    Nodes result;
    for (Node& block : blocks) {
        make_definition_lists(block.children);
        const bool follows = !result.empty() && (result.back().kind == NodeKind::paragraph ||
                                                 result.back().kind == NodeKind::definition_list);
        if (!has_descriptions(block, follows)) {
            result.push_back(std::move(block));
            continue;
        }
        const bool continues = !result.empty() && result.back().kind == NodeKind::definition_list;
        const bool term_before =
            !continues && !block.children.empty() && begins_description(block.children.front());
        if (!continues) {
            Node list;
            list.kind = NodeKind::definition_list;
            if (term_before) {
                add_paragraph(list, std::move(result.back()));
                result.pop_back();
            }
            result.push_back(std::move(list));
        }
        // A new term must not become part of the description before it.
        Node list;
        list.kind = NodeKind::definition_list;
        if (term_before) list = std::move(result.back());
        add_paragraph(list, std::move(block));
        if (term_before) {
            result.back() = std::move(list);
        } else {
            std::move(list.children.begin(), list.children.end(),
                      std::back_inserter(result.back().children));
        }
    }
    blocks = std::move(result);
}

}  // namespace broadsheet::press
