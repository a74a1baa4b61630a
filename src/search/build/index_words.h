// What an index says of its words as a whole.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "search/build/index_terms.h"

namespace broadsheet::search {

// Terms in more than half of the documents, front-coded. Their positions are not written.
std::string find_common(const JoinedTerms& terms, std::size_t documents);

struct IndexWords {
    std::string popular;  // folded, the most frequent first, front-coded
    FileFamily files;
};
// The words that mistakes are looked for in.
IndexWords write_words(const JoinedTerms& terms, std::size_t documents);

}  // namespace broadsheet::search
