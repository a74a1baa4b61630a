#include "press/text/definition_lists.h"

#include <algorithm>
#include <iterator>
#include <string_view>
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

// The mark of a list item at the start of a text: its length, and whether the list is numbered.
struct ItemMark {
    std::size_t length = 0;  // 0: there is none
    bool ordered = false;
    int number = 1;
};

ItemMark item_mark_of(std::string_view text) {
    constexpr std::size_t longest_number = 9;
    const auto digits = std::min(text.find_first_not_of("0123456789"), text.size());
    ItemMark mark;
    mark.ordered = digits > 0;
    const std::string_view signs = mark.ordered ? ".)" : "*-+";
    if (digits > longest_number || digits + 1 >= text.size() ||
        signs.find(text[digits]) == std::string_view::npos || text[digits + 1] != ' ') {
        return {};
    }
    if (mark.ordered) mark.number = std::stoi(std::string(text.substr(0, digits)));
    mark.length = digits + 2;
    return mark;
}

// A description that begins with the mark of an item is a list: ": * one".
void make_list(Node& description) {
    if (description.children.empty() || description.children[0].kind != NodeKind::text) return;
    std::string& text = description.children[0].text;
    const ItemMark mark = item_mark_of(text);
    if (mark.length == 0) return;
    text.erase(0, mark.length);
    Node item;
    item.kind = NodeKind::list_item;
    item.children = std::move(description.children);
    Node list;
    list.kind = NodeKind::list;
    list.ordered = mark.ordered;
    list.number = mark.ordered ? mark.number : 0;
    list.tight = true;
    list.children.push_back(std::move(item));
    description.children.clear();
    description.children.push_back(std::move(list));
}

// Adds a line to a description, or to the list in it.
void continue_description(Node& description, Nodes line) {
    const bool has_list =
        !description.children.empty() && description.children.back().kind == NodeKind::list;
    if (!has_list) return add_line(description, std::move(line));
    Nodes& items = description.children.back().children;
    const bool is_text = !line.empty() && line.front().kind == NodeKind::text;
    const ItemMark mark = is_text ? item_mark_of(line.front().text) : ItemMark();
    if (mark.length == 0) return add_line(items.back(), std::move(line));
    line.front().text.erase(0, mark.length);
    Node item;
    item.kind = NodeKind::list_item;
    item.children = std::move(line);
    items.push_back(std::move(item));
}

// Adds the further items of a list that a description began. Returns false if there is none.
bool continue_list(Nodes& blocks, Node& block) {
    if (block.kind != NodeKind::list || blocks.empty()) return false;
    Node& last = blocks.back();
    if (last.kind != NodeKind::definition_list || last.children.empty()) return false;
    Nodes& inner = last.children.back().children;
    if (inner.empty() || inner.back().kind != NodeKind::list ||
        inner.back().ordered != block.ordered) {
        return false;
    }
    std::move(block.children.begin(), block.children.end(),
              std::back_inserter(inner.back().children));
    return true;
}

void add_paragraph(Node& list, Node paragraph) {
    for (Nodes& line : lines_of(std::move(paragraph.children))) {
        if (is_description(line)) {
            std::string& text = line.front().text;
            text.erase(0, text.find_first_not_of(" \t", 1));
            if (text.empty() || text == ":") line.erase(line.begin());
            add_part(list, NodeKind::definition_description, std::move(line));
            make_list(list.children.back());
        } else if (!list.children.empty() &&
                   list.children.back().kind == NodeKind::definition_description) {
            continue_description(list.children.back(), std::move(line));
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
        if (continue_list(result, block)) continue;
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
