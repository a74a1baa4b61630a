// The walk over the headings of a document.
#pragma once

#include <vector>

#include "model/document.h"

namespace broadsheet::model {

// Calls `visit` with each heading, in reading order. Headings lie in blocks only. `Nodes`:
// std::vector<Node>, const or not.
template <typename Nodes, typename Visit>
void for_each_heading(Nodes& nodes, const Visit& visit) {
    for (auto& node : nodes) {
        if (node.kind == NodeKind::heading) {
            visit(node);
        } else if (is_block(node.kind)) {
            for_each_heading(node.children, visit);
        }
    }
}

}  // namespace broadsheet::model
