// Definition lists in the syntax of PHP Markdown Extra, Hugo and kramdown:
//
//     Term
//     : Description on one or more lines
//
//         A further paragraph, list or code block of the description
//
// The Markdown parser does not support them. mark_definitions writes descriptions as items of
// lists, which may contain any blocks too; afterwards make_definition_lists turns these lists and
// the terms before them into definition lists.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// Writes descriptions after a term as list items with a mark. Code is not changed.
// REQUIRES: `text` does not contain the mark, U+F8F4 (mark_body ensures it).
std::string mark_definitions(std::string_view text);

// Converts lists with marked items to definition lists, at every level of `blocks`. Descriptions
// without a term become text again.
void make_definition_lists(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
