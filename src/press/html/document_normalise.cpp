#include <algorithm>
#include <iterator>
#include <string>
#include <utility>

#include "press/html/document_builder.h"
#include "press/html/white_space.h"

namespace broadsheet::press {

namespace {

using model::is_block;
using model::Node;
using model::NodeKind;
using Nodes = std::vector<Node>;

// Blocks that may contain only inline nodes.
bool holds_inline_only(NodeKind kind) {
    return kind == NodeKind::paragraph || kind == NodeKind::heading ||
           kind == NodeKind::definition_term || kind == NodeKind::summary;
}

bool has_block(const Nodes& nodes) {
    return std::any_of(nodes.begin(), nodes.end(), [](const Node& node) {
        return is_block(node.kind) || has_block(node.children);
    });
}

// A copy of `node` without its children and its identifier, which must be unique.
Node shell_of(const Node& node) {
    Node shell = node;
    shell.children.clear();
    shell.identifier.clear();
    return shell;
}

// For an inline node that contains blocks: returns the blocks, with copies of the inline node
// around the text inside each of them.
Nodes turn_inside_out(Node inline_node) {
    Nodes result;
    Nodes run;
    const Node shell = shell_of(inline_node);
    const auto end_run = [&] {
        if (run.empty()) return;
        const bool white = std::all_of(run.begin(), run.end(), is_white);
        if (white) {
            std::move(run.begin(), run.end(), std::back_inserter(result));
        } else {
            Node wrapped = shell;
            wrapped.children = std::move(run);
            result.push_back(std::move(wrapped));
        }
        run.clear();
    };
    for (Node& child : inline_node.children) {
        if (!is_block(child.kind)) {
            run.push_back(std::move(child));
            continue;
        }
        end_run();
        if (child.kind != NodeKind::code_block && child.kind != NodeKind::thematic_break &&
            !child.children.empty()) {
            Node inner = shell;
            inner.children = std::move(child.children);
            child.children = has_block(inner.children) ? turn_inside_out(std::move(inner))
                                                       : Nodes{std::move(inner)};
        }
        result.push_back(std::move(child));
    }
    end_run();
    return result;
}

// Blocks that HTML and Markdown have within paragraphs.
bool is_player(const Node& node) { return is_recording(node.kind) || node.kind == NodeKind::embed; }

bool contains_player(const Node& node) {
    return std::any_of(node.children.begin(), node.children.end(), [](const Node& child) {
        return is_player(child) || contains_player(child);
    });
}

// The players in a paragraph or an inline node, and copies of it around what is between them.
Nodes take_players_out(Node node) {
    if (is_player(node) || !contains_player(node)) {
        Nodes alone;
        alone.push_back(std::move(node));
        return alone;
    }
    Nodes result;
    Nodes run;
    const Node shell = shell_of(node);
    const auto end_run = [&] {
        if (!std::all_of(run.begin(), run.end(), is_white)) {
            Node part = shell;
            part.children = std::move(run);
            result.push_back(std::move(part));
        }
        run.clear();
    };
    for (Node& child : node.children) {
        for (Node& piece : take_players_out(std::move(child))) {
            if (is_player(piece)) end_run();
            (is_player(piece) ? result : run).push_back(std::move(piece));
        }
    }
    end_run();
    return result;
}

// Headings and the like hold no players, so they have links to the files.
void link_recordings(Nodes& nodes) {
    for (Node& node : nodes) {
        link_recordings(node.children);
        if (!is_recording(node.kind)) continue;
        Node link = make_node(NodeKind::link);
        link.children.push_back(make_text(
            !node.title.empty() ? node.title : node.target.substr(node.target.rfind('/') + 1)));
        link.target = std::move(node.target);
        node = std::move(link);
    }
}

// Replaces block children by their content, separated by soft breaks.
void unwrap_blocks(Nodes& nodes) {
    Nodes result;
    for (Node& node : nodes) {
        if (!is_block(node.kind)) {
            result.push_back(std::move(node));
            continue;
        }
        if (!result.empty()) result.push_back(make_node(NodeKind::soft_break));
        if (!node.text.empty()) result.push_back(make_text(std::move(node.text)));
        unwrap_blocks(node.children);
        std::move(node.children.begin(), node.children.end(), std::back_inserter(result));
        result.push_back(make_node(NodeKind::soft_break));
    }
    nodes = std::move(result);
}

// Wraps each run of adjacent nodes for which `belongs` is true in a new node of `kind`.
template <typename Predicate>
void wrap_runs(Nodes& nodes, NodeKind kind, Predicate belongs) {
    if (std::none_of(nodes.begin(), nodes.end(), belongs)) return;
    Nodes result;
    for (Node& node : nodes) {
        if (!belongs(node)) {
            result.push_back(std::move(node));
            continue;
        }
        if (result.empty() || result.back().kind != kind || result.back().number != -1) {
            result.push_back(make_node(kind));
            result.back().number = -1;  // marks a wrapper that is still growing
            result.back().tight = kind == NodeKind::list;
        }
        result.back().children.push_back(std::move(node));
    }
    for (Node& node : result) {
        if (node.kind == kind && node.number == -1) node.number = 0;
    }
    nodes = std::move(result);
}

void keep_only(Nodes& nodes, std::initializer_list<NodeKind> kinds) {
    std::erase_if(nodes, [&](const Node& node) {
        return std::find(kinds.begin(), kinds.end(), node.kind) == kinds.end();
    });
}

void drop_white(Nodes& nodes) { std::erase_if(nodes, is_white); }

void normalise_children(Nodes& nodes, bool block_context);

void shape_list(Node& list) {
    drop_white(list.children);
    wrap_runs(list.children, NodeKind::list_item,
              [](const Node& node) { return node.kind != NodeKind::list_item; });
}

void shape_definition_list(Node& list) {
    Nodes flat;
    for (Node& child : list.children) {
        if (child.kind == NodeKind::division) {
            std::move(child.children.begin(), child.children.end(), std::back_inserter(flat));
        } else {
            flat.push_back(std::move(child));
        }
    }
    list.children = std::move(flat);
    drop_white(list.children);
    wrap_runs(list.children, NodeKind::definition_description, [](const Node& node) {
        return node.kind != NodeKind::definition_term &&
               node.kind != NodeKind::definition_description;
    });
}

void shape_table(Node& table) {
    // A table head that is not the first child becomes a body.
    keep_only(table.children, {NodeKind::table_head, NodeKind::table_body, NodeKind::table_row});
    wrap_runs(table.children, NodeKind::table_body,
              [](const Node& node) { return node.kind == NodeKind::table_row; });
    for (std::size_t i = 1; i < table.children.size(); ++i) {
        if (table.children[i].kind == NodeKind::table_head) {
            table.children[i].kind = NodeKind::table_body;
        }
    }
}

void shape_details(Node& details) {
    const auto found =
        std::find_if(details.children.begin(), details.children.end(),
                     [](const Node& node) { return node.kind == NodeKind::summary; });
    if (found == details.children.end()) {
        Node summary = make_node(NodeKind::summary);
        summary.children.push_back(make_text("Details"));
        details.children.insert(details.children.begin(), std::move(summary));
    } else {
        std::rotate(details.children.begin(), found, found + 1);
    }
    for (std::size_t i = 1; i < details.children.size(); ++i) {
        if (details.children[i].kind == NodeKind::summary) {
            details.children[i].kind = NodeKind::paragraph;
        }
    }
}

// The pictures in paragraphs and links, each in what is around it within the paragraph.
void collect_pictures(Nodes& nodes, Nodes& pictures, bool& only_pictures) {
    for (Node& node : nodes) {
        const bool linked = node.kind == NodeKind::link && node.children.size() == 1 &&
                            node.children[0].kind == NodeKind::image;
        if (node.kind == NodeKind::paragraph) {
            collect_pictures(node.children, pictures, only_pictures);
        } else if (node.kind == NodeKind::image || node.kind == NodeKind::figure || linked) {
            pictures.push_back(node);
        } else if (node.kind != NodeKind::line_break && !is_white(node)) {
            only_pictures = false;
        }
    }
}

// A figure of several pictures, as galleries are written: each gets a figure of its own.
void shape_gallery(Node& figure) {
    const bool captioned =
        !figure.children.empty() && figure.children.back().kind == NodeKind::caption;
    Nodes pictures;
    bool only_pictures = true;
    Nodes caption;
    if (captioned) {
        caption.push_back(std::move(figure.children.back()));
        figure.children.pop_back();
    }
    collect_pictures(figure.children, pictures, only_pictures);
    if (only_pictures && pictures.size() > 1) {
        figure.children.clear();
        for (Node& picture : pictures) {
            if (picture.kind == NodeKind::figure) {
                figure.children.push_back(std::move(picture));
                continue;
            }
            Node own = make_node(NodeKind::figure);
            own.children.push_back(std::move(picture));
            figure.children.push_back(std::move(own));
        }
    }
    std::move(caption.begin(), caption.end(), std::back_inserter(figure.children));
}

// Keeps at most one caption, at the end. Other captions become divisions.
void shape_figure(Node& figure) {
    const auto first =
        std::stable_partition(figure.children.begin(), figure.children.end(),
                              [](const Node& node) { return node.kind != NodeKind::caption; });
    for (auto each = first; each != figure.children.end(); ++each) {
        if (each + 1 != figure.children.end()) each->kind = NodeKind::division;
    }
    drop_white(figure.children);
    shape_gallery(figure);
}

// Gives stray parts a parent or another kind: list items without a list, terms without a definition
// list, captions outside figures.
void adopt_orphans(Nodes& nodes, NodeKind parent) {
    if (parent != NodeKind::list) {
        wrap_runs(nodes, NodeKind::list,
                  [](const Node& node) { return node.kind == NodeKind::list_item; });
    }
    if (parent != NodeKind::definition_list) {
        wrap_runs(nodes, NodeKind::definition_list, [](const Node& node) {
            return node.kind == NodeKind::definition_term ||
                   node.kind == NodeKind::definition_description;
        });
    }
    if (parent != NodeKind::form) {
        std::erase_if(nodes, [](const Node& node) { return node.kind == NodeKind::field; });
    }
    for (Node& node : nodes) {
        if (node.kind == NodeKind::caption && parent != NodeKind::figure) {
            node.kind = NodeKind::division;
        }
        if (node.kind == NodeKind::summary && parent != NodeKind::details) {
            node.kind = NodeKind::paragraph;
        }
    }
}

void shape(Node& node) {
    switch (node.kind) {
        case NodeKind::list: shape_list(node); break;
        case NodeKind::definition_list: shape_definition_list(node); break;
        case NodeKind::table: shape_table(node); break;
        case NodeKind::table_head:
        case NodeKind::table_body: keep_only(node.children, {NodeKind::table_row}); break;
        case NodeKind::table_row: keep_only(node.children, {NodeKind::table_cell}); break;
        case NodeKind::details: shape_details(node); break;
        case NodeKind::figure: shape_figure(node); break;
        case NodeKind::form: keep_only(node.children, {NodeKind::field}); break;
        default: break;
    }
    adopt_orphans(node.children, node.kind);
    if (holds_inline_only(node.kind) && has_block(node.children)) {
        link_recordings(node.children);
        unwrap_blocks(node.children);
    }
    normalise_children(node.children, is_block(node.kind));
}

// Adds `node` to `result`. A link or picture with an unsafe target is replaced by its text or
// alternative text.
void admit(Node node, Nodes& result) {
    if (!model::is_safe_target(node.target)) {
        if (node.kind == NodeKind::image && !node.text.empty()) {
            result.push_back(make_text(std::move(node.text)));
        }
        for (Node& child : node.children) admit(std::move(child), result);
    } else if (node.kind == NodeKind::paragraph && contains_player(node)) {
        for (Node& piece : take_players_out(std::move(node))) admit(std::move(piece), result);
    } else if (!is_block(node.kind) && has_block(node.children)) {
        Nodes turned = turn_inside_out(std::move(node));
        std::move(turned.begin(), turned.end(), std::back_inserter(result));
    } else {
        result.push_back(std::move(node));
    }
}

// True for a division without attributes that contains only blocks. It can be replaced by its
// content.
bool is_idle_group(const Node& node) {
    return node.kind == NodeKind::division && node.identifier.empty() && node.language.empty() &&
           node.direction == model::Direction::automatic &&
           std::all_of(node.children.begin(), node.children.end(),
                       [](const Node& child) { return is_block(child.kind) || is_white(child); });
}

void normalise_children(Nodes& nodes, bool block_context) {
    Nodes result;
    result.reserve(nodes.size());
    for (Node& node : nodes) admit(std::move(node), result);
    for (Node& node : result) shape(node);
    nodes.clear();
    for (Node& node : result) {
        if (is_idle_group(node)) {
            std::move(node.children.begin(), node.children.end(), std::back_inserter(nodes));
        } else {
            nodes.push_back(std::move(node));
        }
    }
    merge_texts(nodes);
    trim_runs(nodes, block_context);
    drop_breaks_between_ideographs(nodes);
}

// Wrapping may have added levels. Replaces the content of nodes at the maximum depth with its plain
// text.
void limit_depth(Nodes& nodes, int depth) {
    for (Node& node : nodes) {
        if (depth < model::maximum_depth) {
            limit_depth(node.children, depth + 1);
        } else if (!node.children.empty()) {
            Node text = make_text(model::plain_text(node));
            node.children.clear();
            if (!text.text.empty()) node.children.push_back(std::move(text));
        }
    }
}

}  // namespace

void normalise(Nodes& blocks) {
    adopt_orphans(blocks, NodeKind::division);
    normalise_children(blocks, true);
    limit_depth(blocks, 2);
}

}  // namespace broadsheet::press
