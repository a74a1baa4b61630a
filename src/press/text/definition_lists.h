// Definition lists in the syntax of PHP Markdown Extra, Hugo and kramdown:
//
//     Term
// : Description
// on one or more lines
#pragma once

#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// Converts paragraphs in this syntax to definition lists, at every level of `blocks`.
void make_definition_lists(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
