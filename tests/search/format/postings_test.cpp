#include "search/format/postings.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

#include "search/format/printable_numbers.h"
#include "search/format/ranking.h"

namespace broadsheet::search {

namespace {

using Pairs = std::vector<std::pair<std::uint32_t, std::uint32_t>>;

std::vector<GapAndImpact> postings(const Pairs& pairs) {
    std::vector<GapAndImpact> all;
    for (const auto& [gap, impact] : pairs) all.push_back({gap, impact});
    return all;
}

Pairs back(std::string_view joined, std::uint32_t count) {
    Pairs pairs;
    for (const auto& [gap, impact] : split_postings(joined, count)) {
        pairs.emplace_back(gap, impact);
    }
    return pairs;
}

}  // namespace

TEST_CASE("postings read back as they were written") {
    const Pairs pairs = {{0, 9},      {7, 15},       {8, 10}, {300, 9}, {5'000, 47},
                         {70'000, 0}, {700'000, 20}, {0, 9},  {1, 9}};
    const std::string joined = join_postings(postings(pairs));
    CHECK(back(joined, 9) == pairs);
    CHECK(back(joined, 3) == Pairs(pairs.begin(), pairs.begin() + 3));
    CHECK(back(join_postings({}), 5).empty());
}

TEST_CASE("postings of a frequent word take one character each") {
    Pairs pairs;
    for (std::uint32_t i = 0; i < 100; ++i) pairs.emplace_back(i % 8, 20 + i % 4);
    CHECK(join_postings(postings(pairs)).size() == 101);
    // Separate packing is never shorter, so a reader can tell from the size where postings are.
    for (const std::uint32_t gap : {0U, 67U, 68U, 1'907U, 1'908U, 27'299U, 27'300U}) {
        for (const std::uint32_t impact : {0U, impact_count - 1}) {
            std::string apart;
            append_packed(apart, gap);
            CHECK(join_postings(postings({{gap, impact}})).size() > apart.size());
        }
    }
}

TEST_CASE("impacts keep frequencies in steps, and whether the word is in the title") {
    for (const float frequency : {0.05F, 0.1F, 0.9F, 1.0F, 7.5F, 150.0F}) {
        CAPTURE(frequency);
        for (const bool in_title : {false, true}) {
            const std::uint32_t impact = impact_of(frequency, in_title);
            CHECK(impact < impact_count);
            CHECK(is_in_title(impact) == in_title);
            CHECK(frequency_of(impact) >= frequency);
            CHECK(frequency_of(impact) <= std::max(frequency * 1.26F, impact_base));
            std::string packed;
            append_packed(packed, impact);
            CHECK(packed.size() == 1);
        }
    }
    CHECK(impact_of(1e9F, false) == impact_levels - 1);
}

TEST_CASE("damaged postings end at the damage") {
    const std::string joined = join_postings(postings({{1, 9}, {300, 9}, {2, 40}}));
    CHECK(back(joined.substr(0, 3), 3).size() == 1);
    CHECK(back("", 3).empty());
    CHECK(back("\x01\x02\x03", 3).empty());
    CHECK(back(joined.substr(0, joined.size() - 1), 3).size() == 2);
}

}  // namespace broadsheet::search
