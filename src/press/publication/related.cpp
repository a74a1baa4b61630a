#include "press/publication/related.h"

#include <algorithm>
#include <cstddef>
#include <numeric>
#include <optional>
#include <utility>

#include "press/base/parallel.h"
#include "press/publication/related_additions.h"
#include "press/publication/related_changes.h"
#include "press/publication/related_terms.h"

namespace broadsheet::press {

namespace {

// The scores of all articles against one. Resets only the scores that were changed, so that the
// cost does not depend on the number of articles.
class Scores {
  public:
    explicit Scores(const RelatedTerms& terms) : terms_(terms), scores_(terms.size(), 0) {}

    // At most `max_count` articles, best first.
    std::vector<std::uint32_t> best(std::uint32_t self, std::size_t max_count) {
        // Rare terms come first, because they determine the candidates for common terms.
        terms_.each_term(self, false, [&](const RelatedTerm& term) {
            for (const std::uint32_t other : term.articles) add(other, term.weight);
        });
        terms_.each_term(self, true, [&](const RelatedTerm& term) { add_common(term, self); });
        return take_best(self, max_count);
    }

  private:
    void add_common(const RelatedTerm& term, std::uint32_t self) {
        // Makes these articles candidates. The loop below adds the weight.
        for (std::size_t i = 0; i < window_of_common_term; ++i) {
            add(term.articles[i], min_term_weight);
        }
        const NearbyPlaces nearby = nearby_places(term, self);
        for (std::size_t i = nearby.from; i < nearby.to; ++i) {
            add(term.articles[i], min_term_weight);
        }
        for (const std::uint32_t other : touched_) {
            if (term.has[other]) scores_[other] += term.weight;
        }
    }

    std::vector<std::uint32_t> take_best(std::uint32_t self, std::size_t max_count) {
        std::vector<std::pair<float, std::uint32_t>> found;
        for (const std::uint32_t other : touched_) {
            if (other != self) {
                found.emplace_back(-(scores_[other] + terms_.nearness(self, other)), other);
            }
            scores_[other] = 0;
        }
        touched_.clear();
        const std::size_t count = std::min(max_count, found.size());
        std::partial_sort(found.begin(), found.begin() + static_cast<std::ptrdiff_t>(count),
                          found.end());
        std::vector<std::uint32_t> best;
        for (std::size_t i = 0; i < count; ++i) best.push_back(found[i].second);
        return best;
    }

    void add(std::uint32_t other, float weight) {
        if (scores_[other] == 0) touched_.push_back(other);
        scores_[other] += weight;
    }

    const RelatedTerms& terms_;
    std::vector<float> scores_;
    std::vector<std::uint32_t> touched_;
};

// Updates `result` for the articles `selves`, which are sorted.
void find_related(const RelatedTerms& terms, const std::vector<std::uint32_t>& selves,
                  std::size_t max_count, int jobs,
                  std::vector<std::vector<std::uint32_t>>& result) {
    constexpr std::size_t block = 512;  // articles per task; each task has its own scores
    const std::size_t blocks = (selves.size() + block - 1) / block;
    for_each_in_parallel(blocks, jobs, [&](std::size_t number) {
        Scores scores(terms);
        const std::size_t end = std::min(selves.size(), (number + 1) * block);
        for (std::size_t i = number * block; i < end; ++i) {
            result[selves[i]] = scores.best(selves[i], max_count);
        }
    });
}

// Updates the result after a change of terms. Returns false if all must be searched again.
bool update_changed(const std::vector<RelatedKey>& articles, std::size_t max_count, int jobs,
                    RelatedMemory& memory) {
    const auto changed = changed_related(memory.asked, articles);
    if (!changed) return false;
    if (changed->empty()) return true;
    find_related(RelatedTerms(articles), *changed, max_count, jobs, memory.articles);
    return true;
}

// The same after articles were added.
bool update_added(const std::vector<RelatedKey>& articles, std::size_t max_count, int jobs,
                  RelatedMemory& memory) {
    const auto added = added_articles(memory.asked, articles);
    if (!added) return false;
    std::vector<std::uint32_t> now;  // by the earlier number
    std::vector<std::vector<std::uint32_t>> related(articles.size());
    auto next = added->begin();
    for (std::uint32_t i = 0; i < articles.size(); ++i) {
        if (next != added->end() && *next == i) {
            ++next;
            continue;
        }
        related[i] = std::move(memory.articles[now.size()]);
        now.push_back(i);
    }
    for (auto& numbers : related) {
        for (std::uint32_t& number : numbers) number = now[number];
    }
    memory.articles = std::move(related);
    const RelatedTerms terms(articles);
    const auto again = affected_by_added(terms, *added, memory.articles, max_count);
    if (!again) return false;
    find_related(terms, *again, max_count, jobs, memory.articles);
    return true;
}

}  // namespace

const std::vector<std::vector<std::uint32_t>>& related_articles(
    const std::vector<RelatedKey>& articles, std::size_t max_count, int jobs,
    RelatedMemory& memory) {
    const bool is_known =
        memory.max_count == max_count && memory.articles.size() == memory.asked.size() &&
        (memory.asked.size() == articles.size() ? update_changed(articles, max_count, jobs, memory)
                                                : update_added(articles, max_count, jobs, memory));
    if (!is_known) memory.articles = related_articles(articles, max_count, jobs);
    memory.max_count = max_count;
    memory.asked = articles;
    return memory.articles;
}

std::vector<std::vector<std::uint32_t>> related_articles(const std::vector<RelatedKey>& articles,
                                                         std::size_t max_count, int jobs) {
    std::vector<std::vector<std::uint32_t>> result(articles.size());
    std::vector<std::uint32_t> all(articles.size());
    std::iota(all.begin(), all.end(), 0U);
    find_related(RelatedTerms(articles), all, max_count, jobs, result);
    return result;
}

}  // namespace broadsheet::press
