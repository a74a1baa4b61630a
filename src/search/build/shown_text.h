// Texts of documents as the index keeps them for its answers.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::search {

// The beginning of a text in one line, cut between words.
std::string shown_text(std::string_view text, std::size_t limit);

// How texts of a site are kept. Documents share files, and the more share one, the less text of
// each there is: where that would be too little to say anything, each has a record of its own too.
struct ShownTexts {
    std::size_t size = 0;  // bytes of each text
    // Powers of two, so that few documents more change no file but the last.
    std::size_t documents_per_file = 1;
    std::size_t documents_per_record_file = 0;  // 0: there are no records
};
ShownTexts shown_texts(std::size_t documents);

}  // namespace broadsheet::search
