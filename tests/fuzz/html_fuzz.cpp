// HTML from strangers: what is kept is text, structure and pictures, and nothing that can run.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "document_nodes.h"
#include "model/document.h"
#include "page/page.h"
#include "press/html.h"
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
    if (decoded.error || press::is_too_complex(decoded.text)) return 0;
    const press::CleanedHtml cleaned = press::clean_html(decoded.text);
    std::string html;
    for (const auto& block : cleaned.document.blocks) check_targets(block);
    for (const auto& node : tests::plain_nodes(cleaned.document)) html += page::node_to_html(node);
    for (const char* tag : {"<script", "<style", "<iframe", "<object", "<form", "<svg", "<link"}) {
        if (html.find(tag) != std::string::npos) std::abort();
    }
    return 0;
}
