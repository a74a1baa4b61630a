// Words of the index that differ from one by a typing mistake.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "search/query/files.h"

namespace broadsheet::search {

struct Correction {
    std::string key;
    std::size_t distance = 1;
    std::uint32_t weight = 0;
};

// Nearest first, then the most frequent. One mistake from four letters, two from eight; a swap of
// neighbours counts one. Looks among words with the same first letter and about the length for one
// mistake; where nothing is found for two, then with the second letter as their first (one was
// dropped, added or swapped); where the index is small, among all.
std::vector<Correction> corrections_of(std::string_view key, Files& files, const Root& root);

}  // namespace broadsheet::search
