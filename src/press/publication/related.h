// Finds related articles by shared tags and categories and by date.
#pragma once

#include <cstdint>
#include <vector>

#include "model/members.h"

namespace broadsheet::press {

// The data of an article that its relatedness depends on. The caller numbers the terms.
struct RelatedKey {
    std::vector<std::uint32_t> tags;
    std::vector<std::uint32_t> categories;  // including their ancestors
    std::int64_t day = 0;                   // days since 1970-01-01
    std::uint64_t article = 0;              // the hash of its path

    bool operator==(const RelatedKey&) const = default;
};

// Returns the indices of at most `max_count` related articles for each article, best first.
// `articles` must be sorted newest first.
//
// The score of two articles is the sum over shared terms, 80 for a tag and 50 for a category, each
// multiplied by the rarity of the term: log((articles + 1) / articles with the term) / log(articles
// + 1). The newest articles of a large site do not count for it. Up to 10 points are added for
// articles less than a year apart. Related articles share at least one term.
// Of equal scores the newer article comes first.
std::vector<std::vector<std::uint32_t>> related_articles(const std::vector<RelatedKey>& articles,
                                                         std::size_t max_count, int jobs);

// The input and result of the last search.
struct RelatedMemory {
    std::uint64_t max_count = 0;
    std::vector<RelatedKey> asked;
    std::vector<std::vector<std::uint32_t>> articles;
};
// The same, but searches again only for articles affected by a changed tag or category, or by
// additional articles. If a date changed or an article was removed, it searches again for all.
const std::vector<std::vector<std::uint32_t>>& related_articles(
    const std::vector<RelatedKey>& articles, std::size_t max_count, int jobs,
    RelatedMemory& memory);

// See model/members.h.
template <model::Either<RelatedKey> Type, typename Visit>
void members(Type& key, Visit&& visit) {
    auto& [tags, categories, day, article] = key;
    visit(tags, categories, day, article);
}

template <model::Either<RelatedMemory> Type, typename Visit>
void members(Type& related_memory, Visit&& visit) {
    auto& [max_count, asked, articles] = related_memory;
    visit(max_count, asked, articles);
}

}  // namespace broadsheet::press
