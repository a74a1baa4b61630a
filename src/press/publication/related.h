// Articles that belong together (features R11).
#pragma once

#include <cstdint>
#include <vector>

#include "model/members.h"

namespace broadsheet::press {

// What is compared of an article. Terms are numbers that the caller gave them.
struct Kinship {
    std::vector<std::uint32_t> tags;
    std::vector<std::uint32_t> categories;  // with their ancestors
    std::int64_t day = 0;                   // since 1970; orders articles of the same score

    bool operator==(const Kinship&) const = default;
};

// For each article the numbers of at most `most` others, best first. `articles` come newest first.
//
// Score of two articles: for each shared tag 80, for each shared category 50, times how rare it is
// (the logarithm of articles over articles that have it, at most 1 for the rarest), and up to 10
// for nearness in time. At least one term must be shared; of equal scores the newer article wins.
std::vector<std::vector<std::uint32_t>> related_articles(const std::vector<Kinship>& articles,
                                                         std::size_t most, int jobs);

// The last question and its answer.
struct RelatedMemory {
    std::uint64_t most = 0;
    std::vector<Kinship> asked;
    std::vector<std::vector<std::uint32_t>> articles;
};
// The same; what of the last answer holds is not found again.
const std::vector<std::vector<std::uint32_t>>& related_articles(
    const std::vector<Kinship>& articles, std::size_t most, int jobs, RelatedMemory& memory);

// See model/members.h.
template <model::Either<Kinship> Type, typename Visit>
void members(Type& kinship, Visit&& visit) {
    auto& [tags, categories, day] = kinship;
    visit(tags, categories, day);
}

template <model::Either<RelatedMemory> Type, typename Visit>
void members(Type& related_memory, Visit&& visit) {
    auto& [most, asked, articles] = related_memory;
    visit(most, asked, articles);
}

}  // namespace broadsheet::press
