// Converts a document to page nodes as in prerendered pages, but without the bars above code, to
// test Markdown alone.
#pragma once

#include <utility>
#include <vector>

#include "views/document.h"

namespace broadsheet::tests {

inline void drop_code_bars(std::vector<page::Node>& nodes) {
    for (page::Node& node : nodes) {
        if (node.style == page::Style::code_block) {
            page::Node code = std::move(node.children.back());
            node = std::move(code);
        }
        drop_code_bars(node.children);
    }
}

inline std::vector<page::Node> plain_nodes(const model::Document& document) {
    static const model::Publication publication;
    static const addresses::Route route;
    static const views::ReaderState state;
    std::vector<page::Node> nodes =
        views::document_nodes({publication, route, state, {}, {}}, document);
    drop_code_bars(nodes);
    return nodes;
}

}  // namespace broadsheet::tests
