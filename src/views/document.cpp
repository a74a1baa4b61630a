#include "views/document.h"

#include <cstdint>
#include <string>

#include "views/build.h"

namespace broadsheet::views {

namespace {

using model::NodeKind;
using page::Node;
using page::Role;
using page::Style;

Role role_of(NodeKind kind) {
    switch (kind) {
        case NodeKind::paragraph: return Role::paragraph;
        case NodeKind::heading: return Role::heading;
        case NodeKind::block_quote: return Role::block_quote;
        case NodeKind::list: return Role::list;
        case NodeKind::list_item: return Role::list_item;
        case NodeKind::code_block: return Role::preformatted;
        case NodeKind::thematic_break: return Role::thematic_break;
        case NodeKind::table: return Role::table;
        case NodeKind::table_head: return Role::table_head;
        case NodeKind::table_body: return Role::table_body;
        case NodeKind::table_row: return Role::table_row;
        case NodeKind::table_cell: return Role::table_cell;
        case NodeKind::figure: return Role::figure;
        case NodeKind::caption: return Role::caption;
        case NodeKind::definition_list: return Role::definition_list;
        case NodeKind::definition_term: return Role::definition_term;
        case NodeKind::definition_description: return Role::definition_description;
        case NodeKind::details: return Role::details;
        case NodeKind::summary: return Role::summary;
        case NodeKind::division: return Role::group;
        case NodeKind::footnotes: return Role::section;
        case NodeKind::footnote: return Role::list_item;
        case NodeKind::text: return Role::text;
        case NodeKind::emphasis: return Role::emphasis;
        case NodeKind::strong: return Role::strong;
        case NodeKind::strikethrough: return Role::strikethrough;
        case NodeKind::code: return Role::code;
        case NodeKind::link: return Role::link;
        case NodeKind::image: return Role::image;
        case NodeKind::line_break: return Role::line_break;
        case NodeKind::soft_break: return Role::soft_break;
        case NodeKind::superscript: return Role::superscript;
        case NodeKind::subscript: return Role::subscript;
        case NodeKind::mark: return Role::mark;
        case NodeKind::keyboard: return Role::keyboard;
        case NodeKind::small: return Role::small;
        case NodeKind::underline: return Role::underline;
        case NodeKind::insertion: return Role::insertion;
        case NodeKind::citation: return Role::citation;
        case NodeKind::abbreviation: return Role::abbreviation;
        case NodeKind::quotation: return Role::quotation;
        case NodeKind::span: return Role::span;
        case NodeKind::footnote_reference: return Role::superscript;
    }
    return Role::group;
}

// A link holds no other link.
enum class Links : std::uint8_t { allowed, around };

// A picture that is not wider than this is a sign in the text; in large it shows no more.
constexpr int sign_width = 240;

Node node_of(const model::Node& source, Links links);

std::vector<Node> nodes_of(const std::vector<model::Node>& sources, Links links = Links::allowed) {
    std::vector<Node> nodes;
    nodes.reserve(sources.size());
    for (const model::Node& source : sources) nodes.push_back(node_of(source, links));
    return nodes;
}

Node footnotes_of(const model::Node& source) {
    Node list = element(Role::list, Style::none, nodes_of(source.children));
    list.ordered = true;
    Node section = element(Role::section, Style::footnotes);
    section.label = "Footnotes";
    section.children.push_back(std::move(list));
    return section;
}

// The note's text with a way back to where it was called from.
Node footnote_of(const model::Node& source) {
    Node item = element(Role::list_item, Style::none, nodes_of(source.children));
    item.identifier = source.identifier;
    Node back = link(Style::footnote_link, "#fnref-" + std::to_string(source.number), "↩");
    back.label = "Back to reference " + std::to_string(source.number);
    std::vector<Node>* place = &item.children;
    if (!place->empty() && place->back().role == Role::paragraph) place = &place->back().children;
    place->push_back(text(" "));
    place->push_back(std::move(back));
    return item;
}

Node footnote_reference_of(const model::Node& source) {
    Node mark = element(Role::superscript, Style::none);
    mark.identifier = source.identifier;
    Node target = link(Style::footnote_link, source.target, std::to_string(source.number));
    target.label = "Footnote " + std::to_string(source.number);
    mark.children.push_back(std::move(target));
    return mark;
}

Node node_of(const model::Node& source, Links links) {
    switch (source.kind) {
        case NodeKind::footnotes: return footnotes_of(source);
        case NodeKind::footnote: return footnote_of(source);
        case NodeKind::footnote_reference: return footnote_reference_of(source);
        default: break;
    }
    const Links inside = source.kind == NodeKind::link ? Links::around : links;
    Node node = element(role_of(source.kind), Style::none, nodes_of(source.children, inside));
    node.level = source.level;
    node.alignment = static_cast<page::Alignment>(source.alignment);
    node.task = static_cast<page::Task>(source.task);
    node.direction = static_cast<page::Direction>(source.direction);
    node.ordered = source.ordered;
    node.heading_cell = source.heading_cell;
    if (source.kind == NodeKind::list) node.number = source.ordered ? source.number : 1;
    node.width = source.width;
    node.height = source.height;
    node.column_span = source.column_span;
    node.row_span = source.row_span;
    node.text = source.text;
    node.info = source.info;
    node.target = source.target;
    node.title = source.title;
    node.identifier = source.identifier;
    node.language = source.language;
    if (source.kind == NodeKind::image && links == Links::allowed && !source.target.empty() &&
        source.width > sign_width) {
        return enlargeable(std::move(node));
    }
    // A table may be wider than the screen: it scrolls in a box of its own.
    if (source.kind == NodeKind::table) {
        return element(Role::group, Style::table_scroller, std::vector<Node>{std::move(node)});
    }
    return node;
}

}  // namespace

std::vector<Node> document_nodes(const model::Document& document) {
    return nodes_of(document.blocks);
}

}  // namespace broadsheet::views
