#include "press/publication/related_changes.h"

#include <algorithm>
#include <cstddef>
#include <set>

namespace broadsheet::press {

namespace {

using Numbers = std::vector<std::uint32_t>;

constexpr std::uint32_t none = ~std::uint32_t{0};

// Maps the old numbers of terms to the new ones. Learns the mapping from articles whose terms did
// not change.
class Renumbering {
  public:
    // False if the two lists cannot be the same terms.
    bool learn(const Numbers& before, const Numbers& after) {
        if (before.size() != after.size()) return false;
        for (std::size_t i = 0; i < before.size(); ++i) {
            const std::uint32_t known = now(before[i]);
            const std::uint32_t known_back = at(then_, after[i]);
            if ((known != none && known != after[i]) ||
                (known_back != none && known_back != before[i])) {
                return false;
            }
        }
        for (std::size_t i = 0; i < before.size(); ++i) {
            put(now_, before[i], after[i]);
            put(then_, after[i], before[i]);
        }
        return true;
    }
    std::uint32_t now(std::uint32_t before) const { return at(now_, before); }

  private:
    static std::uint32_t at(const Numbers& numbers, std::uint32_t index) {
        return index < numbers.size() ? numbers[index] : none;
    }
    static void put(Numbers& numbers, std::uint32_t index, std::uint32_t value) {
        if (numbers.size() <= index) numbers.resize(index + 1, none);
        numbers[index] = value;
    }

    Numbers now_;
    Numbers then_;
};

// Adds the new numbers of all terms that are in only one of the two lists.
void add_difference(const Numbers& before, const Numbers& after, const Renumbering& numbers,
                    std::set<std::uint32_t>& terms) {
    Numbers renumbered;
    for (const std::uint32_t term : before) {
        const std::uint32_t now = numbers.now(term);
        renumbered.push_back(now);
        // A term without a new number is not in any unchanged article, so it affects none.
        if (now != none && std::find(after.begin(), after.end(), now) == after.end()) {
            terms.insert(now);
        }
    }
    for (const std::uint32_t term : after) {
        if (std::find(renumbered.begin(), renumbered.end(), term) == renumbered.end()) {
            terms.insert(term);
        }
    }
}

bool has_any(const Numbers& terms, const std::set<std::uint32_t>& wanted) {
    return std::any_of(terms.begin(), terms.end(),
                       [&](std::uint32_t term) { return wanted.count(term) != 0; });
}

}  // namespace

std::optional<std::vector<std::uint32_t>> changed_related(const std::vector<RelatedKey>& before,
                                                          const std::vector<RelatedKey>& after) {
    constexpr std::size_t max_changed = 64;
    if (before.size() != after.size()) return std::nullopt;
    Renumbering tags;
    Renumbering categories;
    std::vector<std::uint32_t> changed;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (before[i].day != after[i].day) return std::nullopt;
        const bool same_tags = tags.learn(before[i].tags, after[i].tags);
        const bool same_categories = categories.learn(before[i].categories, after[i].categories);
        if (same_tags && same_categories) continue;
        changed.push_back(static_cast<std::uint32_t>(i));
        if (changed.size() > max_changed) return std::nullopt;
    }
    std::set<std::uint32_t> other_tags;
    std::set<std::uint32_t> other_categories;
    for (const std::uint32_t i : changed) {
        add_difference(before[i].tags, after[i].tags, tags, other_tags);
        add_difference(before[i].categories, after[i].categories, categories, other_categories);
    }
    std::vector<std::uint32_t> all;
    auto next = changed.begin();
    for (std::size_t i = 0; i < after.size(); ++i) {
        const auto number = static_cast<std::uint32_t>(i);
        const bool is_changed = next != changed.end() && *next == number;
        if (is_changed) ++next;
        if (is_changed || has_any(after[i].tags, other_tags) ||
            has_any(after[i].categories, other_categories)) {
            all.push_back(number);
        }
    }
    return all;
}

std::optional<std::vector<std::uint32_t>> added_articles(const std::vector<RelatedKey>& before,
                                                         const std::vector<RelatedKey>& after) {
    constexpr std::size_t max_added = 16;
    if (after.size() < before.size() || after.size() - before.size() > max_added) {
        return std::nullopt;
    }
    Renumbering tags;
    Renumbering categories;
    std::vector<std::uint32_t> added;
    std::size_t old = 0;
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (old == before.size() || before[old].article != after[i].article) {
            added.push_back(static_cast<std::uint32_t>(i));
            if (added.size() > max_added) return std::nullopt;
            continue;
        }
        const bool same = before[old].day == after[i].day &&
                          tags.learn(before[old].tags, after[i].tags) &&
                          categories.learn(before[old].categories, after[i].categories);
        if (!same) return std::nullopt;
        ++old;
    }
    if (old != before.size()) return std::nullopt;
    return added;
}

}  // namespace broadsheet::press
