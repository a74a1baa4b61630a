// Documents of any Markdown, printed and read again. Either the same document comes out, or the
// printer says that it does not.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

#include "press/print/print_markdown.h"
#include "press/text/markdown.h"
#include "press/values/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const press::Decoded decoded =
        press::decode_text(std::string(reinterpret_cast<const char*>(data), size));
    if (decoded.error) return 0;
    model::Document document = press::read_body_text(decoded.text).document;
    press::identify_headings(document);
    const press::PrintedMarkdown printed = press::print_markdown(document);
    model::Document again = press::read_body_text(printed.text).document;
    press::identify_headings(again);
    if (printed.exact != (again == document)) std::abort();
    return 0;
}
