#include "press/publication/related_changes.h"

#include <doctest/doctest.h>

#include <iterator>
#include <map>
#include <string>

#include "press/publication/related_additions.h"

namespace broadsheet::press {

namespace {

struct Terms {
    std::vector<int> tags;
    std::vector<int> categories;
    std::int64_t day = 0;
    std::uint64_t article = 0;
};

// Numbers terms in order of first occurrence, as SiteTerms does. A new term therefore changes the
// numbers of others.
std::vector<RelatedKey> numbered(const std::vector<Terms>& articles) {
    std::map<int, std::uint32_t> tags;
    std::map<int, std::uint32_t> categories;
    const auto number = [](std::map<int, std::uint32_t>& numbers, int term) {
        return numbers.try_emplace(term, static_cast<std::uint32_t>(numbers.size())).first->second;
    };
    std::vector<RelatedKey> all;
    all.reserve(articles.size());
    for (const Terms& each : articles) {
        RelatedKey key;
        for (const int tag : each.tags) key.tags.push_back(number(tags, tag));
        for (const int each_category : each.categories) {
            key.categories.push_back(number(categories, each_category));
        }
        key.day = each.day;
        key.article = each.article;
        all.push_back(key);
    }
    return all;
}

class Random {
  public:
    int below(int limit) {
        state_ = state_ * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((state_ >> 33U) % static_cast<unsigned>(limit));
    }

  private:
    std::uint64_t state_ = 7;
};

}  // namespace

TEST_CASE("after any change the related articles equal those of a complete search") {
    // Enough for terms that most articles have, frequent ones and rare ones.
    constexpr int count = 1'000;
    Random random;
    std::vector<Terms> articles;
    for (int i = 0; i < count; ++i) {
        Terms terms;
        if (i % 5 != 0) terms.tags.push_back(0);
        terms.tags.push_back(1 + random.below(3));
        terms.tags.push_back(10 + random.below(400));
        terms.categories = {100 + i % 3, 200 + random.below(40)};
        terms.day = 20'000 - i / 20;
        articles.push_back(terms);
    }
    RelatedMemory memory;
    related_articles(numbered(articles), 3, 2, memory);
    std::size_t found_by_parts = 0;
    for (int change = 0; change < 24; ++change) {
        const std::vector<RelatedKey> before = numbered(articles);
        Terms& chosen = articles[static_cast<std::size_t>(random.below(count))];
        switch (change % 8) {
            case 0: chosen.tags.push_back(5'000 + change); break;        // a tag of one article
            case 1: chosen.tags.back() = 10 + random.below(400); break;  // a rare one
            case 2: chosen.tags.erase(chosen.tags.begin()); break;       // a frequent one
            case 3: chosen.categories = {100 + change % 3, 250}; break;  // a new category
            case 4: chosen.tags.insert(chosen.tags.begin(), 4 + change); break;
            case 5: std::swap(chosen, articles.front()); break;
            case 6: chosen.day -= 3; break;
            default: chosen.tags.clear(); break;
        }
        const std::vector<RelatedKey> after = numbered(articles);
        CAPTURE(change);
        if (const auto changed = changed_related(before, after)) {
            if (changed->size() < after.size() / 2) ++found_by_parts;
        }
        CHECK(related_articles(after, 3, 2, memory) == related_articles(after, 3, 2));
    }
    CHECK(found_by_parts > 8);
}

TEST_CASE("after articles were added the related articles equal those of a complete search") {
    Random random;
    std::uint64_t name = 0;
    const auto article = [&](std::int64_t day) {
        Terms terms;
        if (random.below(5) != 0) terms.tags.push_back(0);
        if (random.below(8) < 3)
            terms.tags.push_back(1);  // becomes common while articles are added
        terms.tags.push_back(10 + random.below(40));
        terms.tags.push_back(100 + random.below(400));
        terms.categories = {1000 + random.below(2), 2000 + random.below(60)};
        terms.day = day;
        terms.article = ++name;
        return terms;
    };
    std::vector<Terms> articles;
    articles.reserve(3'900 + 40 * 3);
    for (int i = 0; i < 3'900; ++i) articles.push_back(article(20'000 - i / 20));
    RelatedMemory memory;
    related_articles(numbered(articles), 3, 2, memory);
    int found_by_parts = 0;
    std::size_t searched = 0;
    for (int change = 0; change < 40; ++change) {
        const std::vector<RelatedKey> before = numbered(articles);
        for (int more = change % 4 == 3 ? 3 : 1; more > 0; --more) {
            // The oldest of these count for the rarity of terms, so all are searched again.
            const auto place = change % 2 == 0
                                   ? articles.begin()
                                   : articles.begin() + random.below(change % 8 == 5 ? 3'000 : 60);
            Terms terms = article(place->day);
            // Another one has the same terms, or it has some that no other one has.
            if (change % 5 == 0) terms.tags = std::next(place, 7)->tags;
            if (change % 7 == 0) terms.tags.push_back(9'000 + change);
            articles.insert(place, terms);
        }
        const std::vector<RelatedKey> after = numbered(articles);
        CAPTURE(change);
        const auto& related = related_articles(after, 3, 2, memory);
        REQUIRE(related == related_articles(after, 3, 2));
        const auto added = added_articles(before, after);
        REQUIRE(added.has_value());
        const RelatedTerms terms(after);
        if (const auto again = affected_by_added(terms, *added, related, 3)) {
            ++found_by_parts;
            searched += again->size();
        }
    }
    CHECK(found_by_parts >= 33);
    CHECK(found_by_parts < 40);
    CHECK(searched < static_cast<std::size_t>(found_by_parts) * articles.size() / 3);
}

TEST_CASE("additional articles are told from other changes") {
    const std::vector<Terms> before = {
        {{1}, {}, 5, 11}, {{2}, {}, 4, 12}, {{3, 2}, {}, 3, 13}, {{3}, {}, 2, 14}};
    std::vector<Terms> after = before;
    after.insert(after.begin() + 1, Terms{{2, 7}, {}, 5, 15});
    after.push_back(Terms{{3}, {}, 1, 16});
    CHECK(*added_articles(numbered(before), numbered(after)) == std::vector<std::uint32_t>{1, 5});
    after[0].tags = {2};
    CHECK_FALSE(added_articles(numbered(before), numbered(after)).has_value());
    after = before;
    after[2].article = 17;
    CHECK_FALSE(added_articles(numbered(before), numbered(after)).has_value());
    after = before;
    after.pop_back();
    CHECK_FALSE(added_articles(numbered(before), numbered(after)).has_value());
}

TEST_CASE("changed articles are found by their terms, not by the numbers of the terms") {
    const std::vector<Terms> before = {{{1}, {}, 5}, {{2}, {}, 4}, {{3, 2}, {}, 3}, {{3}, {}, 2}};
    std::vector<Terms> after = before;
    CHECK(changed_related(numbered(before), numbered(after))->empty());
    after[0].tags = {9, 1};
    CHECK(*changed_related(numbered(before), numbered(after)) == std::vector<std::uint32_t>{0});
    after = before;
    after[3].tags = {3, 2};
    CHECK(*changed_related(numbered(before), numbered(after)) ==
          std::vector<std::uint32_t>{1, 2, 3});
    after = before;
    after[1].day = 1;
    CHECK_FALSE(changed_related(numbered(before), numbered(after)).has_value());
    after.pop_back();
    CHECK_FALSE(changed_related(numbered(before), numbered(after)).has_value());
}

}  // namespace broadsheet::press
