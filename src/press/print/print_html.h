// Prints nodes of a Document as HTML that clean_html (html.h) reads as the same nodes. The HTML has
// no blank lines, so it can stand in Markdown as one HTML block.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// Appends text as HTML. Also escapes what the readers of Markdown look for in raw text: template
// tags, footnotes, and the pipes and backquotes that end table cells and begin code.
void append_html_text(std::string& out, std::string_view text);

// True if a node has no identifier, language or direction, which Markdown cannot say.
bool is_plain(const model::Node& node);

// The tags of an inline node that has children, such as <sup lang="de">. REQUIRES: the kind is
// inline, and not text, code, image, a break or a footnote reference.
std::string opening_tag(const model::Node& node);
std::string closing_tag(const model::Node& node);

// Appends one node, or several, with everything in them.
void append_html_node(std::string& out, const model::Node& node);
void append_html_nodes(std::string& out, const std::vector<model::Node>& nodes);

// The inline nodes from `i` on that stand outside a paragraph, as a line of HTML that Markdown
// takes for a block. Moves `i` after them.
std::string html_of_run(const std::vector<model::Node>& nodes, std::size_t& i);

}  // namespace broadsheet::press
