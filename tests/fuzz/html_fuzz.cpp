// Untrusted HTML. published_html holds the document against its invariants.
#include <cstddef>
#include <cstdint>
#include <string>

#include "fuzz/published_html.h"
#include "press/html/html.h"
#include "press/values/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const press::Decoded decoded =
        press::decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error || press::is_too_complex(decoded.text)) return 0;
    tests::published_html(press::clean_html(decoded.text).document);
    return 0;
}
