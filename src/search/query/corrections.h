// Finds words of the index that differ from a word by typing mistakes.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/index_cache.h"

namespace broadsheet::search {

// A similar word.
struct Correction {
    std::string key;
    std::size_t distance = 1;
    std::uint32_t weight = 0;
};

// Similar words, nearest first, then most frequent first. Words of four letters or more may have
// one mistake, words of eight letters or more two. A swap of neighbouring letters counts as one
// mistake. The search stops at the first step that finds a word: words with the same first letter
// and about the same length, with one mistake, then with two; the same with words that begin with
// the second letter (if the first was deleted, inserted or swapped); in a small index, all words.
std::vector<Correction> corrections_of(std::string_view key, IndexCache& cache, const Root& root);

}  // namespace broadsheet::search
