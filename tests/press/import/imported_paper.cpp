#include "press/import/imported_paper.h"

#include <algorithm>
#include <fstream>

#include "press/base/files.h"
#include "press/import/run/import_sources.h"
#include "press/print/print_markdown.h"

namespace broadsheet::test {

using namespace press;

ImportedPaper::ImportedPaper(const char* system, const char* name, const std::string& bytes,
                             const std::string& url) {
    options.source = find_import_source(system);
    options.out = scratch_.path() / "paper";
    options.url = url;
    add(name, bytes);
    run();
}

void ImportedPaper::add(const char* name, const std::string& bytes) {
    const auto file = scratch_.path() / name;
    std::ofstream(file, std::ios::binary) << bytes;
    auto& files = options.exports;
    if (std::find(files.begin(), files.end(), file) == files.end()) files.push_back(file);
}

const ImportReport& ImportedPaper::run() {
    report = import_site(options);
    return report;
}

std::string ImportedPaper::file(const std::string& name) const {
    return read_file(path(name)).value_or("");
}

bool has(std::string_view text, std::string_view part) {
    return text.find(part) != std::string_view::npos;
}

ImportedText read_alone(ReadText read, std::string_view content) {
    TextContext context;
    context.media = [](ItemNumber) { return nullptr; };
    context.reusable = [](ItemNumber) { return nullptr; };
    context.target = [](const std::string& target) { return target; };
    return read(content, context);
}

std::string markdown_of(ReadText read, std::string_view content) {
    const ImportedText text = read_alone(read, content);
    return print_markdown(text.document, text.blocks_before_more).text;
}

}  // namespace broadsheet::test
