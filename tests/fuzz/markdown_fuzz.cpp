// Markdown with raw HTML, converted to published HTML by both code paths, with smart punctuation.
// The output must not contain anything that can run scripts.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "fuzz/published_html.h"
#include "press/punctuation/punctuation.h"
#include "press/text/markdown.h"
#include "press/values/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const press::Decoded decoded =
        press::decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error) return 0;
    for (const press::Route route : {press::Route::shortest, press::Route::through_html}) {
        press::MarkdownOptions options;
        options.route = route;
        options.marks_signs = true;
        press::ParsedMarkdown parsed = press::parse_markdown(decoded.text, options);
        press::set_punctuation(parsed.document, "en");
        const std::string html = tests::published_html(parsed.document);
        if (html.find("<script") != std::string::npos) std::abort();
        // No sign stays marked.
        constexpr const char* mark = "\xEF\xA3\xB5";
        if (html.find(mark) != std::string::npos && decoded.text.find(mark) == std::string::npos &&
            decoded.text.find("&#") == std::string::npos) {
            std::abort();
        }
    }
    return 0;
}
