// The terms of articles with their weights, as the search for related articles needs them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "press/publication/related.h"

namespace broadsheet::press {

// For terms with more articles than this, only three groups are scored: articles that are already
// candidates, the newest, and those with nearby dates. The term's weight is so low that others
// would lose against newer or nearer articles with the same term.
inline constexpr std::size_t articles_of_common_term = 1500;
// The number of the newest articles of a common term, and of those with nearby dates.
inline constexpr std::size_t window_of_common_term = 150;
inline constexpr float min_term_weight = 0.01F;  // for a term that all articles have

// A tag or category.
struct RelatedTerm {
    std::vector<std::uint32_t> articles;  // newest first
    std::vector<bool> has;                // only for common terms: whether an article has the term
    float weight = 0;

    bool is_common() const { return !has.empty(); }
    // The place in `articles` of an article, or of the next older one that has the term.
    std::size_t place_of(std::uint32_t article) const;
};

// The places [from, to) in the articles of a common term that have dates close to an article's.
struct NearbyPlaces {
    std::size_t from = 0;
    std::size_t to = 0;
};
NearbyPlaces nearby_places(const RelatedTerm& term, std::uint32_t article);

// The number of the first of so many articles that counts for the rarity of terms. In a large site,
// the newest ones do not count, so that an additional one rarely changes weights. Otherwise each
// publish would change a few articles that have nothing to do with it, because their best scores
// are almost equal.
std::uint32_t first_counted(std::size_t articles);

// All terms of a site, and what relatedness depends on besides them.
class RelatedTerms {
  public:
    // REQUIRES: `articles` outlives this object.
    explicit RelatedTerms(const std::vector<RelatedKey>& articles);

    const std::vector<RelatedKey>& articles() const { return articles_; }
    std::size_t size() const { return articles_.size(); }

    // Calls `visit` with each term of an article that is rare, or each that is common.
    template <typename Visit>
    void each_term(std::uint32_t article, bool common, Visit&& visit) const {
        const RelatedKey& key = articles_[article];
        for (const std::uint32_t tag : key.tags) {
            if (tags_[tag].is_common() == common) visit(tags_[tag]);
        }
        for (const std::uint32_t category : key.categories) {
            if (categories_[category].is_common() == common) visit(categories_[category]);
        }
    }

    // The points that two articles get for their dates.
    float nearness(std::uint32_t one, std::uint32_t other) const;
    // The score of `other` among the articles related to `self`, with the points for dates. Nothing
    // if it is not a candidate. Equals what RelatedScores gives.
    std::optional<float> score(std::uint32_t self, std::uint32_t other) const;

  private:
    const std::vector<RelatedKey>& articles_;
    std::vector<RelatedTerm> tags_;
    std::vector<RelatedTerm> categories_;
};

}  // namespace broadsheet::press
