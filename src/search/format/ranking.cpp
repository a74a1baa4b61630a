#include "search/format/ranking.h"

#include <algorithm>

namespace broadsheet::search {

namespace {

std::array<float, impact_levels> make_frequencies() {
    constexpr float step = 1.259921050F;  // 2^(1/3)
    static_assert(impact_steps == 3);
    std::array<float, impact_levels> frequencies{};
    float frequency = impact_base;
    for (float& each : frequencies) {
        each = frequency;
        frequency *= step;
    }
    return frequencies;
}

const std::array<float, impact_levels>& frequencies() {
    static const std::array<float, impact_levels> table = make_frequencies();
    return table;
}

}  // namespace

std::uint32_t impact_of(float frequency, bool in_title) {
    const auto& table = frequencies();
    const auto above = std::lower_bound(table.begin(), table.end() - 1, frequency);
    return static_cast<std::uint32_t>(above - table.begin()) + (in_title ? impact_levels : 0);
}

float frequency_of(std::uint32_t impact) {
    return frequencies()[std::min(impact, impact_count - 1) % impact_levels];
}

}  // namespace broadsheet::search
