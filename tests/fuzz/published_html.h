// What fuzzers of texts hold: whatever goes in, no target that could run comes out.
#pragma once

#include <cstdlib>
#include <string>

#include "document_nodes.h"
#include "model/document.h"
#include "page/page.h"

namespace broadsheet::tests {

inline void check_targets(const model::Node& node) {
    if (!model::is_safe_target(node.target)) std::abort();
    for (const model::Node& child : node.children) check_targets(child);
}

// The document as pages show it.
inline std::string published_html(const model::Document& document) {
    for (const model::Node& block : document.blocks) check_targets(block);
    std::string html;
    for (const page::Node& node : plain_nodes(document)) html += page::node_to_html(node);
    return html;
}

}  // namespace broadsheet::tests
