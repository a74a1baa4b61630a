// Converts an article's text to page nodes with the same structure.
#pragma once

#include <vector>

#include "model/document.h"
#include "page/page.h"
#include "views/parts.h"

namespace broadsheet::views {

// Returns the nodes of a document's blocks.
std::vector<page::Node> document_nodes(const Context& context, const model::Document& document);

}  // namespace broadsheet::views
