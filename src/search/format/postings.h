// The encoding of a frequent term's postings in a posting file, which is fetched in parts and
// therefore without HTTP compression.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

// A posting: the distance from the previous document, and the impact.
struct GapAndImpact {
    std::uint32_t gap = 0;
    std::uint32_t impact = 0;
};

// Encodes postings: a base impact, then a number for each posting. The number is its gap times
// eight plus the difference of its impact from the base, 0 to 6. With 7, the impact follows. Most
// postings of a frequent word take one character.
std::string join_postings(const std::vector<GapAndImpact>& postings);
// Decodes at most `count` postings; fewer if the text is too short.
std::vector<GapAndImpact> split_postings(std::string_view joined, std::uint32_t count);

}  // namespace broadsheet::search
