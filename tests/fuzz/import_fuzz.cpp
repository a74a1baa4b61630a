// Any bytes as an export of WordPress, and as the text of one of its posts. What comes out must be
// publishable.
#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <string>

#include "fuzz/published_html.h"
#include "press/import/wordpress_text.h"
#include "press/import/wxr_reader.h"
#include "press/print/print_markdown.h"
#include "press/values/source.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace broadsheet;
    const std::string bytes(reinterpret_cast<const char*>(data), size);
    const auto file = std::filesystem::temp_directory_path() /
                      ("broadsheet-import-fuzz-" + std::to_string(getpid()));
    std::ofstream(file, std::ios::binary) << bytes;
    press::WordpressContext context;
    context.media = [](int) { return nullptr; };
    context.reusable = [](int) { return nullptr; };
    context.target = [](const std::string& target) { return target; };
    const auto publish = [&](const std::string& text) {
        const auto read = press::read_wordpress_text(text, context);
        const std::string markdown = press::print_markdown(read.document).text;
        tests::published_html(press::read_body_text(markdown).document);
    };
    press::read_wxr(file,
                    [&](press::WxrRecord&& record) { publish(record.text("content:encoded")); });
    std::filesystem::remove(file);
    if (!press::decode_text(bytes).error) publish(bytes);
    return 0;
}
