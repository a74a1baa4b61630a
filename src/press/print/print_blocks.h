// Prints blocks of a Document as Markdown.
#pragma once

#include <string>

#include "model/document.h"

namespace broadsheet::press {

// Where a list is printed: neighbouring lists need different marks, or they would be one.
enum class ListMarks { first, second };

// One block without a line feed at its end. Blocks that Markdown cannot say become HTML. Headings
// are printed with the identifiers that they have.
std::string print_block(const model::Node& block, ListMarks marks = ListMarks::first);

// One block as HTML.
std::string print_block_as_html(const model::Node& block);

}  // namespace broadsheet::press
