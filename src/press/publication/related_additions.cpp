#include "press/publication/related_additions.h"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace broadsheet::press {

namespace {

using Numbers = std::vector<std::uint32_t>;

// True if the same articles count for the rarity of terms as without the additional ones.
bool keeps_weights(std::size_t articles, const Numbers& added) {
    const std::size_t before = articles - added.size();
    const std::uint32_t first = first_counted(articles);
    return articles - first == before - first_counted(before) &&
           (added.empty() || added.back() < first);
}

class Affected {
  public:
    Affected(const RelatedTerms& terms, const Numbers& added, const std::vector<Numbers>& related,
             std::size_t max_count)
        : terms_(terms),
          added_(added),
          related_(related),
          max_count_(max_count),
          again_(terms.size()) {}

    std::optional<Numbers> find() {
        if (!keeps_weights(terms_.size(), added_)) return std::nullopt;
        for (const std::uint32_t article : added_) {
            again_[article] = true;
            asked_.assign(terms_.size(), false);
            terms_.each_term(article, true, [&](const RelatedTerm& term) {
                leave_windows(term, article);
                ask(term, article);
            });
            terms_.each_term(article, false, [&](const RelatedTerm& term) { ask(term, article); });
        }
        if (became_common_) return std::nullopt;
        Numbers result;
        for (std::size_t i = 0; i < again_.size(); ++i) {
            if (again_[i]) result.push_back(static_cast<std::uint32_t>(i));
        }
        return result;
    }

  private:
    std::size_t added_in(const RelatedTerm& term) const {
        return static_cast<std::size_t>(
            std::count_if(added_.begin(), added_.end(),
                          [&](std::uint32_t article) { return term.has[article]; }));
    }

    // Additional articles move others out of the groups of a common term that are scored.
    void leave_windows(const RelatedTerm& term, std::uint32_t article) {
        const std::size_t added = added_in(term);
        const std::size_t size = term.articles.size();
        if (size - added <= articles_of_common_term) became_common_ = true;
        const std::size_t reach = window_of_common_term / 2 + added + 1;
        const std::size_t place = term.place_of(article);
        for (std::size_t i = place > reach ? place - reach : 0; i < std::min(size, place + reach);
             ++i) {
            again_[term.articles[i]] = true;
        }
        const auto first = term.articles.begin() +
                           static_cast<std::ptrdiff_t>(std::min(size, window_of_common_term));
        const auto last = term.articles.begin() + static_cast<std::ptrdiff_t>(std::min(
                                                      size, window_of_common_term + added));
        for (const std::uint32_t self : term.articles) {
            const Numbers& known = related_[self];
            if (std::any_of(known.begin(), known.end(), [&](std::uint32_t each) {
                    return std::find(first, last, each) != last;
                })) {
                again_[self] = true;
            }
        }
    }

    // Asks all articles with the term whether the additional one is related to them.
    void ask(const RelatedTerm& term, std::uint32_t article) {
        for (const std::uint32_t self : term.articles) {
            if (again_[self] || asked_[self]) continue;
            asked_[self] = true;
            again_[self] = is_related(self, article);
        }
    }

    bool is_related(std::uint32_t self, std::uint32_t article) const {
        const auto score = terms_.score(self, article);
        if (!score) return false;
        const Numbers& known = related_[self];
        if (known.size() < max_count_) return true;
        const auto worst = terms_.score(self, known.back());
        return !worst || std::pair(-*score, article) < std::pair(-*worst, known.back());
    }

    const RelatedTerms& terms_;
    const Numbers& added_;
    const std::vector<Numbers>& related_;
    std::size_t max_count_;
    std::vector<bool> again_;
    std::vector<bool> asked_;
    bool became_common_ = false;
};

}  // namespace

std::optional<Numbers> affected_by_added(const RelatedTerms& terms, const Numbers& added,
                                         const std::vector<Numbers>& related,
                                         std::size_t max_count) {
    return Affected(terms, added, related, max_count).find();
}

}  // namespace broadsheet::press
