#include "press/publication/related.h"

#include <doctest/doctest.h>

#include <algorithm>

namespace broadsheet::press {

namespace {

using Numbers = std::vector<std::uint32_t>;

}  // namespace

TEST_CASE("related articles share terms; rare terms weigh more") {
    // All articles but the last have tag 0, two have tag 1, and three have category 0.
    const std::vector<RelatedKey> articles = {
        {{0, 1}, {0}, 100}, {{0}, {0}, 99}, {{0, 1}, {}, 50}, {{0}, {0}, 40}, {{}, {}, 30}};
    const auto related = related_articles(articles, 3, 1);
    CHECK(related[0] == Numbers{2, 1, 3});
    CHECK(related[2].front() == 0);
    CHECK(related[4].empty());
}

TEST_CASE("of articles with equal scores the newer comes first") {
    const std::vector<RelatedKey> articles(5, RelatedKey{{7}, {}, 10});
    CHECK(related_articles(articles, 3, 1)[2] == Numbers{0, 1, 3});
}

TEST_CASE("articles are related even by a tag that all articles have") {
    const std::vector<RelatedKey> articles(2, RelatedKey{{0}, {0}, 10});
    CHECK(related_articles(articles, 3, 1)[0] == Numbers{1});
    CHECK(related_articles({}, 3, 1).empty());
    CHECK(related_articles({RelatedKey{{0}, {}, 1}}, 3, 1)[0].empty());
}

TEST_CASE("the number of threads does not change related articles, even for common terms") {
    std::vector<RelatedKey> articles;
    for (std::uint32_t i = 0; i < 4000; ++i) {
        articles.push_back({{i % 2, 10 + i % 97}, {i % 3, 100 + i % 11}, 4000 - i});
    }
    const auto one = related_articles(articles, 3, 1);
    CHECK(one == related_articles(articles, 3, 4));
    for (std::size_t i = 0; i < one.size(); ++i) {
        CHECK(one[i].size() == 3);
        CHECK(std::find(one[i].begin(), one[i].end(), i) == one[i].end());
        // Each article shares its rare tag with 40 others, so the best ones have that tag.
        CHECK(articles[one[i][0]].tags[1] == articles[i].tags[1]);
    }
}

TEST_CASE("in a large site an additional article changes only articles that are related to it") {
    std::vector<RelatedKey> articles;
    std::uint32_t state = 7;
    const auto below = [&](std::uint32_t limit) {
        state = state * 1664525U + 1013904223U;
        return (state >> 8U) % limit;
    };
    for (std::int64_t i = 0; i < 1400; ++i) {
        articles.push_back(
            {{below(9), 10 + below(30)}, {below(6), 100 + below(20)}, 20000 - i / 8});
    }
    const auto before = related_articles(articles, 3, 1);
    RelatedKey twin = articles[5];
    articles.insert(articles.begin(), twin);
    const auto after = related_articles(articles, 3, 1);
    std::size_t with_new = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        Numbers moved = before[i];
        for (std::uint32_t& each : moved) ++each;
        const Numbers& now = after[i + 1];
        const bool has_new = std::find(now.begin(), now.end(), 0U) != now.end();
        with_new += has_new ? 1U : 0U;
        CHECK((has_new || now == moved));
    }
    CHECK(with_new > 0);
    CHECK(with_new < 20);
}

}  // namespace broadsheet::press
