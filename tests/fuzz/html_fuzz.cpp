// Untrusted HTML: only text, structure and pictures are kept, and nothing that can run scripts.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/published_html.h"
#include "press/text/html.h"
#include "press/values/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const press::Decoded decoded =
        press::decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error || press::is_too_complex(decoded.text)) return 0;
    const press::CleanedHtml cleaned = press::clean_html(decoded.text);
    const std::string html = tests::published_html(cleaned.document);
    for (const char* tag : {"<script", "<style", "<iframe", "<object", "<form", "<svg", "<link"}) {
        if (html.find(tag) != std::string::npos) std::abort();
    }
    return 0;
}
