#include "press/publication/related.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <numeric>
#include <optional>

#include "press/base/parallel.h"
#include "press/publication/related_changes.h"

namespace broadsheet::press {

namespace {

constexpr float tag_weight = 80;
constexpr float category_weight = 50;
constexpr float date_weight = 10;
constexpr float date_reach = 365;  // days; articles further apart get no points
// For terms with more articles than this, only three groups are scored: articles that are already
// candidates, the newest, and those with nearby dates. The term's weight is so low that others
// would lose against newer or nearer articles with the same term.
constexpr std::size_t common = 1500;
constexpr std::size_t window = 150;
constexpr float min_weight = 0.01F;  // for a term that all articles have

struct Term {
    std::vector<std::uint32_t> articles;  // newest first
    std::vector<bool> has;                // only for common terms: whether an article has the term
    float weight = 0;

    bool is_common() const { return !has.empty(); }
};

std::vector<Term> terms_of(const std::vector<RelatedKey>& articles,
                           std::vector<std::uint32_t> RelatedKey::*member, float weight) {
    std::vector<Term> terms;
    for (std::size_t i = 0; i < articles.size(); ++i) {
        for (const std::uint32_t term : articles[i].*member) {
            if (terms.size() <= term) terms.resize(term + 1);
            terms[term].articles.push_back(static_cast<std::uint32_t>(i));
        }
    }
    const double all = std::log(static_cast<double>(articles.size()) + 1);
    for (Term& term : terms) {
        const double rarity =
            std::log((static_cast<double>(articles.size()) + 1) /
                     static_cast<double>(std::max<std::size_t>(1, term.articles.size())));
        term.weight = std::max(min_weight, static_cast<float>(weight * rarity / all));
        if (term.articles.size() <= common) continue;
        term.has.resize(articles.size());
        for (const std::uint32_t article : term.articles) term.has[article] = true;
    }
    return terms;
}

// The scores of all articles against one. Resets only the scores that were changed, so that the
// cost does not depend on the number of articles.
class Scores {
  public:
    explicit Scores(std::size_t articles) : scores_(articles, 0) {}

    void add(const Term& term) {
        for (const std::uint32_t other : term.articles) add_one(other, term.weight);
    }

    void add_common(const Term& term, std::uint32_t self) {
        const auto& list = term.articles;
        const auto own = std::lower_bound(list.begin(), list.end(), self);
        const auto near = static_cast<std::size_t>(own - list.begin());
        // Makes these articles candidates. The loop below adds the weight.
        for (std::size_t i = 0; i < window; ++i) add_one(list[i], min_weight);
        const std::size_t from = std::max(window, near > window / 2 ? near - window / 2 : 0);
        const std::size_t to = std::min(list.size(), near + window / 2);
        for (std::size_t i = from; i < to; ++i) add_one(list[i], min_weight);
        for (const std::uint32_t other : touched_) {
            if (term.has[other]) scores_[other] += term.weight;
        }
    }

    std::vector<std::uint32_t> take_best(const std::vector<RelatedKey>& articles,
                                         std::uint32_t self, std::size_t max_count) {
        std::vector<std::pair<float, std::uint32_t>> found;
        for (const std::uint32_t other : touched_) {
            if (other != self) {
                const auto days =
                    static_cast<float>(std::abs(articles[other].day - articles[self].day));
                const float nearness = date_weight * std::max(0.0F, 1 - days / date_reach);
                found.emplace_back(-(scores_[other] + nearness), other);
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

  private:
    void add_one(std::uint32_t other, float weight) {
        if (scores_[other] == 0) touched_.push_back(other);
        scores_[other] += weight;
    }

    std::vector<float> scores_;
    std::vector<std::uint32_t> touched_;
};

void add_terms(Scores& scores, const std::vector<RelatedKey>& articles,
               const std::vector<Term>& terms, std::vector<std::uint32_t> RelatedKey::*member,
               std::uint32_t self, bool rare) {
    for (const std::uint32_t number : articles[self].*member) {
        const Term& term = terms[number];
        if (term.is_common() == rare) continue;
        if (rare) {
            scores.add(term);
        } else {
            scores.add_common(term, self);
        }
    }
}

// Updates `result` for the articles `selves`, which are sorted.
void find_related(const std::vector<RelatedKey>& articles, const std::vector<std::uint32_t>& selves,
                  std::size_t max_count, int jobs,
                  std::vector<std::vector<std::uint32_t>>& result) {
    const std::vector<Term> tags = terms_of(articles, &RelatedKey::tags, tag_weight);
    const std::vector<Term> categories =
        terms_of(articles, &RelatedKey::categories, category_weight);
    constexpr std::size_t block = 512;  // articles per task; each task has its own scores
    const std::size_t blocks = (selves.size() + block - 1) / block;
    for_each_in_parallel(blocks, jobs, [&](std::size_t number) {
        Scores scores(articles.size());
        const std::size_t end = std::min(selves.size(), (number + 1) * block);
        for (std::size_t i = number * block; i < end; ++i) {
            const std::uint32_t self = selves[i];
            // Rare terms come first, because they determine the candidates for common terms.
            for (const bool rare : {true, false}) {
                add_terms(scores, articles, tags, &RelatedKey::tags, self, rare);
                add_terms(scores, articles, categories, &RelatedKey::categories, self, rare);
            }
            result[self] = scores.take_best(articles, self, max_count);
        }
    });
}

}  // namespace

const std::vector<std::vector<std::uint32_t>>& related_articles(
    const std::vector<RelatedKey>& articles, std::size_t max_count, int jobs,
    RelatedMemory& memory) {
    const bool known = memory.max_count == max_count && memory.articles.size() == articles.size();
    const auto changed = known ? changed_related(memory.asked, articles) : std::nullopt;
    if (!changed) {
        memory.articles = related_articles(articles, max_count, jobs);
    } else if (!changed->empty()) {
        find_related(articles, *changed, max_count, jobs, memory.articles);
    }
    memory.max_count = max_count;
    memory.asked = articles;
    return memory.articles;
}

std::vector<std::vector<std::uint32_t>> related_articles(const std::vector<RelatedKey>& articles,
                                                         std::size_t max_count, int jobs) {
    std::vector<std::vector<std::uint32_t>> result(articles.size());
    std::vector<std::uint32_t> all(articles.size());
    std::iota(all.begin(), all.end(), 0U);
    find_related(articles, all, max_count, jobs, result);
    return result;
}

}  // namespace broadsheet::press
