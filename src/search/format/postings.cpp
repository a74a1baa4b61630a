#include "search/format/postings.h"

#include <algorithm>
#include <array>

#include "search/format/printable_numbers.h"
#include "search/format/ranking.h"

namespace broadsheet::search {

namespace {

constexpr std::uint32_t codes = 8;
constexpr std::uint32_t impact_follows = codes - 1;

// The base impact with which the most postings need no separate impact.
std::uint32_t base_of(const std::vector<GapAndImpact>& postings) {
    std::array<std::uint32_t, impact_count + impact_follows> counts{};
    for (const GapAndImpact& each : postings) ++counts[std::min(each.impact, impact_count - 1)];
    std::uint32_t best = 0;
    std::uint32_t most = 0;
    for (std::uint32_t base = 0; base < impact_count; ++base) {
        std::uint32_t within = 0;
        for (std::uint32_t code = 0; code < impact_follows; ++code) within += counts[base + code];
        if (within > most) {
            most = within;
            best = base;
        }
    }
    return best;
}

}  // namespace

std::string join_postings(const std::vector<GapAndImpact>& postings) {
    std::string out;
    const std::uint32_t base = base_of(postings);
    append_packed(out, base);
    for (const auto& [gap, impact] : postings) {
        const bool is_near = impact >= base && impact - base < impact_follows;
        append_packed(out, gap * codes + (is_near ? impact - base : impact_follows));
        if (!is_near) append_packed(out, impact);
    }
    return out;
}

std::vector<GapAndImpact> split_postings(std::string_view joined, std::uint32_t count) {
    std::vector<GapAndImpact> postings;
    Unpacker numbers(joined);
    const std::uint32_t base = numbers.next();
    while (postings.size() < count && !numbers.at_end()) {
        const std::uint32_t number = numbers.next();
        const std::uint32_t code = number % codes;
        const std::uint32_t impact = code == impact_follows ? numbers.next() : base + code;
        if (!numbers.ok()) break;
        postings.push_back({number / codes, impact});
    }
    return postings;
}

}  // namespace broadsheet::search
