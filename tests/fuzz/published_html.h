// For fuzzers of text: no input may give a document that breaks the invariants of model/document.h,
// among them that no link target can run scripts.
#pragma once

#include <cstdlib>
#include <string>

#include "document_nodes.h"
#include "model/document.h"
#include "page/page.h"
#include "strings/utf8.h"

namespace broadsheet::tests {

// The invariants of model/document.h.
inline void check_node(const model::Node& node, int depth) {
    if (depth > model::maximum_depth) std::abort();
    if (!model::is_safe_target(node.target)) std::abort();
    if (node.kind == model::NodeKind::text && node.text.empty()) std::abort();
    for (const std::string* text : {&node.text, &node.info, &node.target, &node.title,
                                    &node.identifier, &node.language, &node.tokens}) {
        if (strings::find_invalid_utf8(*text)) std::abort();
    }
    for (const model::Node& child : node.children) check_node(child, depth + 1);
}

// The HTML of a document as pages contain it.
inline std::string published_html(const model::Document& document) {
    for (const model::Node& block : document.blocks) check_node(block, 1);
    std::string html;
    for (const page::Node& node : plain_nodes(document)) html += page::node_to_html(node);
    return html;
}

}  // namespace broadsheet::tests
