// The author's text as page nodes: the same structure, in the roles of a page.
#pragma once

#include <vector>

#include "model/document.h"
#include "page/page.h"
#include "views/parts.h"

namespace broadsheet::views {

std::vector<page::Node> document_nodes(const Context& context, const model::Document& document);

}  // namespace broadsheet::views
