// Lists of words for the index: common words, popular words, and words for corrections.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/build/index_terms.h"

namespace broadsheet::search {

// Terms in more than half of the documents, front-coded. Their positions are not
// written, except in a small index.
std::string find_common(const JoinedTerms& terms, std::size_t documents);

// The words for corrections and suggestions.
struct IndexWords {
    std::string popular;  // folded, most frequent first, front-coded
    FileFamily files;
};
// Writes the words among which corrections are searched.
IndexWords write_words(const JoinedTerms& terms, std::size_t documents, IndexOutput& out);

}  // namespace broadsheet::search
