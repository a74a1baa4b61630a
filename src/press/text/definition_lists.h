// Definition lists as PHP Markdown Extra, Hugo and kramdown write them:
//
//     Term
//     : What it means,
//       on one or more lines.
#pragma once

#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// Turns paragraphs of this form into definition lists, everywhere in `blocks`.
void make_definition_lists(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
