#include "press/publication/related_terms.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdlib>

namespace broadsheet::press {

namespace {

constexpr float tag_weight = 80;
constexpr float category_weight = 50;
constexpr float date_weight = 10;
constexpr float date_reach = 365;  // days; articles further apart get no points

std::vector<RelatedTerm> terms_of(const std::vector<RelatedKey>& articles,
                                  std::vector<std::uint32_t> RelatedKey::*member, float weight) {
    std::vector<RelatedTerm> terms;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        for (const std::uint32_t term : articles[i].*member) {
            if (terms.size() <= term) terms.resize(term + 1);
            terms[term].articles.push_back(static_cast<std::uint32_t>(i));
        }
    }
    const std::uint32_t first = first_counted(articles.size());
    const auto counted = static_cast<double>(articles.size() - first);
    const double all = std::log(counted + 1);
    for (RelatedTerm& term : terms) {
        const std::size_t newest = term.place_of(first);
        const auto with_term = static_cast<double>(term.articles.size() - newest);
        const double rarity = std::log((counted + 1) / std::max(1.0, with_term));
        term.weight = std::max(min_term_weight, static_cast<float>(weight * rarity / all));
        if (term.articles.size() <= articles_of_common_term) continue;
        term.has.resize(articles.size());
        for (const std::uint32_t article : term.articles) term.has[article] = true;
    }
    return terms;
}

bool has_term(const RelatedTerm& term, std::uint32_t article) {
    if (term.is_common()) return term.has[article];
    return std::binary_search(term.articles.begin(), term.articles.end(), article);
}

}  // namespace

std::size_t RelatedTerm::place_of(std::uint32_t article) const {
    return static_cast<std::size_t>(std::lower_bound(articles.begin(), articles.end(), article) -
                                    articles.begin());
}

NearbyPlaces nearby_places(const RelatedTerm& term, std::uint32_t article) {
    constexpr std::size_t half = window_of_common_term / 2;
    const std::size_t own = term.place_of(article);
    return {std::max(window_of_common_term, own > half ? own - half : 0),
            std::min(term.articles.size(), own + half)};
}

// The number of articles that count is a multiple of a step, which is at most a sixteenth of all.
std::uint32_t first_counted(std::size_t articles) {
    constexpr std::size_t articles_of_large_site = 1024;
    if (articles < articles_of_large_site) return 0;
    return static_cast<std::uint32_t>(articles %
                                      std::max<std::size_t>(1, std::bit_floor(articles / 16)));
}

RelatedTerms::RelatedTerms(const std::vector<RelatedKey>& articles)
    : articles_(articles),
      tags_(terms_of(articles, &RelatedKey::tags, tag_weight)),
      categories_(terms_of(articles, &RelatedKey::categories, category_weight)) {}

float RelatedTerms::nearness(std::uint32_t one, std::uint32_t other) const {
    const auto days = static_cast<float>(std::abs(articles_[other].day - articles_[one].day));
    return date_weight * std::max(0.0F, 1 - days / date_reach);
}

std::optional<float> RelatedTerms::score(std::uint32_t self, std::uint32_t other) const {
    float sum = 0;
    each_term(self, false, [&](const RelatedTerm& term) {
        if (has_term(term, other)) sum += term.weight;
    });
    each_term(self, true, [&](const RelatedTerm& term) {
        if (!has_term(term, other)) return;
        const std::size_t place = term.place_of(other);
        const NearbyPlaces nearby = nearby_places(term, self);
        if (place < window_of_common_term || (place >= nearby.from && place < nearby.to)) {
            sum += min_term_weight;
        }
        if (sum != 0) sum += term.weight;
    });
    if (sum == 0) return std::nullopt;
    return sum + nearness(self, other);
}

}  // namespace broadsheet::press
