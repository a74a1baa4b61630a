#include "press/html/white_space.h"

#include <algorithm>
#include <string>
#include <utility>

#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

using model::is_block;
using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r'; }

// The first or last character of the visible text of an inline node; 0 if there is none.
char32_t character_at_edge(const Node& node, bool last) {
    if (node.kind == NodeKind::text || node.kind == NodeKind::code ||
        node.kind == NodeKind::formula) {
        if (node.text.empty()) return 0;
        std::size_t position =
            last ? strings::code_point_begin(node.text, node.text.size() - 1) : 0;
        return strings::next_code_point(node.text, position);
    }
    if (node.children.empty()) return 0;
    return character_at_edge(last ? node.children.back() : node.children.front(), last);
}

}  // namespace

bool is_white(const Node& node) {
    if (node.kind == NodeKind::soft_break) return true;
    return node.kind == NodeKind::text && std::all_of(node.text.begin(), node.text.end(), is_space);
}

void merge_texts(Nodes& nodes) {
    Nodes result;
    result.reserve(nodes.size());
    const auto trim_end = [](std::string& text) {
        while (!text.empty() && is_space(text.back())) text.pop_back();
    };
    for (Node& node : nodes) {
        const bool after_break = !result.empty() && (result.back().kind == NodeKind::soft_break ||
                                                     result.back().kind == NodeKind::line_break);
        if (node.kind == NodeKind::text) {
            if (after_break) node.text.erase(0, node.text.find_first_not_of(" \t\f\r"));
            if (node.text.empty()) continue;
            if (!result.empty() && result.back().kind == NodeKind::text) {
                result.back().text += node.text;
                continue;
            }
        } else if (node.kind == NodeKind::soft_break || node.kind == NodeKind::line_break) {
            if (after_break && node.kind == NodeKind::soft_break) continue;
            if (!result.empty() && result.back().kind == NodeKind::text) {
                trim_end(result.back().text);
                if (result.back().text.empty()) result.pop_back();
            }
        }
        result.push_back(std::move(node));
    }
    nodes = std::move(result);
}

void trim_runs(Nodes& nodes, bool block_context) {
    if (!block_context) return;
    Nodes result;
    result.reserve(nodes.size());
    const auto trim_last = [&] {
        while (!result.empty() && !is_block(result.back().kind)) {
            Node& last = result.back();
            if (last.kind == NodeKind::text) {
                while (!last.text.empty() && is_space(last.text.back())) last.text.pop_back();
                if (!last.text.empty()) return;
            } else if (last.kind != NodeKind::soft_break) {
                return;
            }
            result.pop_back();
        }
    };
    for (Node& node : nodes) {
        const bool begins = result.empty() || is_block(result.back().kind);
        if (is_block(node.kind)) {
            trim_last();
        } else if (begins) {
            if (node.kind == NodeKind::soft_break) continue;
            if (node.kind == NodeKind::text) {
                const auto first = node.text.find_first_not_of(" \t\n\f\r");
                if (first == std::string::npos) continue;
                node.text.erase(0, first);
            }
        }
        result.push_back(std::move(node));
    }
    trim_last();
    nodes = std::move(result);
}

void drop_breaks_between_ideographs(Nodes& nodes) {
    const auto is_dropped = [&](std::size_t i) {
        return nodes[i].kind == NodeKind::soft_break && i > 0 && i + 1 < nodes.size() &&
               strings::is_ideographic(character_at_edge(nodes[i - 1], true)) &&
               strings::is_ideographic(character_at_edge(nodes[i + 1], false));
    };
    std::size_t first = 0;
    while (first < nodes.size() && !is_dropped(first)) ++first;
    if (first == nodes.size()) return;
    std::vector<bool> dropped(nodes.size());
    for (std::size_t i = first; i < nodes.size(); ++i) dropped[i] = is_dropped(i);
    Nodes result;
    for (std::size_t i = 0; i < nodes.size(); ++i) {
        if (!dropped[i]) result.push_back(std::move(nodes[i]));
    }
    nodes = std::move(result);
    merge_texts(nodes);
}

}  // namespace broadsheet::press
