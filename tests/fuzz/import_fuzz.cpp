// Any bytes as an export of each system, and as the text of one of its posts. What comes out must
// be publishable.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "fuzz/published_html.h"
#include "press/import/run/import_sources.h"
#include "press/print/print_markdown.h"
#include "press/values/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto file = std::filesystem::temp_directory_path() /
                      ("broadsheet-import-fuzz-" + std::to_string(getpid()));
    std::ofstream(file, std::ios::binary) << bytes;
    press::TextContext context;
    context.media = [](press::ItemNumber) { return nullptr; };
    context.reusable = [](press::ItemNumber) { return nullptr; };
    context.target = [](const std::string& target) { return target; };
    const auto publish = [&](const press::ImportSource& source, const std::string& text) {
        const auto read = source.read_text(text, context);
        const std::string markdown = press::print_markdown(read.document).text;
        tests::published_html(press::read_body_text(markdown).document);
    };
    for (const press::ImportSource& source : press::import_sources()) {
        source.read(file, "https://paper.example", [&](press::ImportRecord&& record) {
            publish(source, record.text("content:encoded"));
        });
        if (!press::decode_text(bytes).error) publish(source, bytes);
    }
    std::filesystem::remove(file);
    return 0;
}
