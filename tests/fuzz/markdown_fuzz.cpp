// Markdown with raw HTML, by both ways, to the HTML that is published: nothing that can run may
// come out, whatever goes in.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "document_nodes.h"
#include "model/utf8.h"
#include "page/page.h"
#include "press/markdown.h"
#include "press/source.h"

namespace {

void check_targets(const broadsheet::model::Node& node) {
    if (!broadsheet::model::is_safe_target(node.target)) std::abort();
    for (const auto& child : node.children) check_targets(child);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const press::Decoded decoded =
        press::decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error) return 0;
    for (const press::Route route : {press::Route::shortest, press::Route::through_html}) {
        press::MarkdownOptions options;
        options.route = route;
        const press::ParsedMarkdown parsed = press::parse_markdown(decoded.text, options);
        std::string html;
        for (const auto& block : parsed.document.blocks) check_targets(block);
        for (const auto& node : tests::plain_nodes(parsed.document)) {
            html += page::node_to_html(node);
        }
        if (html.find("<script") != std::string::npos) std::abort();
    }
    return 0;
}
