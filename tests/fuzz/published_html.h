// For fuzzers of text: no input may give output with a link target that can run scripts.
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

// The HTML of a document as pages contain it.
inline std::string published_html(const model::Document& document) {
    for (const model::Node& block : document.blocks) check_targets(block);
    std::string html;
    for (const page::Node& node : plain_nodes(document)) html += page::node_to_html(node);
    return html;
}

}  // namespace broadsheet::tests
