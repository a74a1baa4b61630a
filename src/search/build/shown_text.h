// The texts of documents that search results show.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::search {

// The beginning of a text as one line of at most `limit` bytes, cut between words.
std::string shown_text(std::string_view text, std::size_t limit);

// How the index stores texts. Documents share files. The more documents share a file, the less text
// is stored for each. If the share became too small to be useful, each document also gets a record
// of its own.
struct ShownTexts {
    std::size_t size = 0;  // bytes of text per document
    // A power of two, so that a few more documents change only the last file.
    std::size_t documents_per_file = 1;
    bool has_records = false;
};
ShownTexts shown_texts(std::size_t documents);

}  // namespace broadsheet::search
