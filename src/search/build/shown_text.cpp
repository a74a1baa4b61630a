#include "search/build/shown_text.h"

#include "search/format/index_files.h"
#include "strings/ascii.h"
#include "strings/utf8.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t max_document_files = 200;
constexpr std::size_t min_documents_per_file = 4;
constexpr std::size_t document_file_text = 16'000;
constexpr std::size_t shortest_text = 400;
// If there are records, document files are only used with hosts that do not support ranges.
constexpr std::size_t max_document_files_beside_records = 100;

std::size_t per_file(std::size_t documents, std::size_t min_size, std::size_t max_files) {
    std::size_t size = min_size;
    while (documents > size * max_files) size *= 2;
    return size;
}

}  // namespace

std::string shown_text(std::string_view text, std::size_t limit) {
    std::string out = strings::single_spaced(text, limit);
    if (out.size() < limit) return out;
    // The last word may be incomplete.
    const auto space = out.rfind(' ');
    out.resize(space != std::string::npos && space > limit / 2 ? space : out.size());
    while (!out.empty() && strings::is_continuation(out.back())) out.pop_back();
    if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U) out.pop_back();
    return out;
}

ShownTexts shown_texts(std::size_t documents) {
    ShownTexts texts;
    texts.documents_per_file = per_file(documents, min_documents_per_file, max_document_files);
    texts.size = document_file_text / texts.documents_per_file;
    if (texts.size >= shortest_text) return texts;
    texts.size = record_size;
    texts.documents_per_file =
        per_file(documents, min_documents_per_file, max_document_files_beside_records);
    texts.has_records = true;
    return texts;
}

}  // namespace broadsheet::search
