// Pages of paragraphs for tests of their lines.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "layout/layout.h"
#include "page/page.h"

namespace broadsheet::layout {

using page::Node;
using page::Role;
using page::Style;

inline constexpr float letter_width = 9.5F;  // FixedMeasure: half an em of 19 px

inline Node text_node(std::string content) {
    Node node;
    node.role = Role::text;
    node.text = std::move(content);
    return node;
}

inline Node paragraph(std::string content, Style style = Style::none) {
    Node node;
    node.role = Role::paragraph;
    node.style = style;
    node.children = {text_node(std::move(content))};
    return node;
}

inline page::Page page_of(std::vector<Node> paragraphs) {
    page::Page page;
    page.root.style = Style::prose;
    page.root.children = std::move(paragraphs);
    return page;
}

inline theme::ReadingSetup justified() {
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::desktop;
    reading.justified = true;
    return reading;
}

inline const InlineContent& content_of(const Layout& layout, std::size_t paragraph = 0) {
    return *layout.root.children[paragraph].text;
}

inline float left_of(const InlineContent& content, const Line& line) {
    return content.pieces[line.first].x;
}

// The space of the last letter of a line is not seen.
inline float right_of(const InlineContent& content, const Line& line) {
    const Piece& last = content.pieces[line.first + line.count - 1];
    const bool apart = last.font != content.elements[static_cast<std::size_t>(last.element)].font;
    return last.x + last.width + (apart && line.hyphen == 0 ? -line.apart : line.hyphen);
}

inline std::string words_of(const InlineContent& content, const Line& line) {
    return content.text.substr(
        content.pieces[line.first].begin,
        content.pieces[line.first + line.count - 1].end - content.pieces[line.first].begin);
}

}  // namespace broadsheet::layout
