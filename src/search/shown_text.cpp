#include "search/shown_text.h"

namespace broadsheet::search {

namespace {

constexpr std::size_t most_document_files = 200;
constexpr std::size_t least_documents_per_file = 4;
constexpr std::size_t document_file_text = 16'000;
constexpr std::size_t shortest_text = 200;

bool continues(char c) { return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U; }

}  // namespace

std::string shown_text(std::string_view text, std::size_t limit) {
    std::string out;
    for (const char c : text) {
        if (out.size() >= limit) break;
        const bool space = static_cast<unsigned char>(c) <= 0x20 || c == 0x7F;
        if (!space) {
            out += c;
        } else if (!out.empty() && out.back() != ' ') {
            out += ' ';
        }
    }
    if (out.size() < limit) return out;
    // The last word may be cut short.
    const auto space = out.rfind(' ');
    out.resize(space != std::string::npos && space > limit / 2 ? space : out.size());
    while (!out.empty() && continues(out.back())) out.pop_back();
    if (!out.empty() && static_cast<unsigned char>(out.back()) >= 0xC0U) out.pop_back();
    return out;
}

std::size_t documents_per_file(std::size_t documents) {
    std::size_t size = least_documents_per_file;
    while (documents > size * most_document_files) size *= 2;
    return size;
}

std::size_t shown_text_size(std::size_t documents) {
    const std::size_t size = document_file_text / documents_per_file(documents);
    return size < shortest_text ? 0 : size;
}

}  // namespace broadsheet::search
