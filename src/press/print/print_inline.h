// Prints inline nodes of a Document as Markdown.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// What surrounds the text.
enum class Line {
    many,  // a paragraph, in which line breaks are lines
    one,   // a heading
    cell,  // of a table: one line, in which pipes are escaped
};

// The text of `nodes`. What Markdown cannot say is written as HTML tags.
std::string print_inline(const std::vector<model::Node>& nodes, Line line);

// The length of the longest run of `mark` in a text: the fence of code needs one more.
std::size_t longest_run(std::string_view text, char mark);

}  // namespace broadsheet::press
