// Texts of documents as the index keeps them for its answers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::search {

// The beginning of a text in one line, cut between words.
std::string shown_text(std::string_view text, std::size_t limit);

// Documents share files, and the more share one, the less text of each is kept for excerpts: bytes,
// 0 where there would be too little to say anything.
std::size_t shown_text_size(std::size_t documents);
// A power of two, so that few documents more change no file but the last.
std::size_t documents_per_file(std::size_t documents);

}  // namespace broadsheet::search
