// How the postings of a term that has many are written where they stand by themselves, to be
// fetched without the transport's compression.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

struct GapAndImpact {
    std::uint32_t gap = 0;
    std::uint32_t impact = 0;
};

// An impact first, then a number for each posting: its gap times eight, and how far its impact is
// above the first one, 0 to 6; with 7 the impact follows. Packed, most postings of a frequent word
// are one character.
std::string join_postings(const std::vector<GapAndImpact>& postings);
// At most `count`; fewer where the text does not have them.
std::vector<GapAndImpact> split_postings(std::string_view joined, std::uint32_t count);

}  // namespace broadsheet::search
