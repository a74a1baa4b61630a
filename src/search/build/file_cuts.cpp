#include "search/build/file_cuts.h"

#include <algorithm>

namespace broadsheet::search {

namespace {

constexpr std::size_t family_prefix = 4;  // bytes that all forms of a word share

}  // namespace

std::uint32_t roundness_of(std::string_view key, std::string_view before) {
    std::uint64_t hash = 0xCBF29CE484222325ULL;  // FNV-1a
    for (const char c : key) {
        hash ^= static_cast<unsigned char>(c);
        hash *= 0x100000001B3ULL;
    }
    hash = (hash ^ (hash >> 32U)) * 0x9E3779B97F4A7C15ULL;
    const bool family = key.substr(0, family_prefix) == before.substr(0, family_prefix);
    return static_cast<std::uint32_t>(hash >> 33U) | (family ? 0U : 1U << 31U);
}

std::vector<std::size_t> cut_files(const std::vector<CutUnit>& units, std::size_t size) {
    std::vector<std::size_t> first;
    for (std::size_t begin = 0; begin < units.size();) {
        first.push_back(begin);
        std::size_t filled = units[begin].bytes;
        std::size_t end = begin + 1;
        std::size_t best = units.size();
        for (; end < units.size() && filled + units[end].bytes <= size; ++end) {
            const bool roundest =
                best == units.size() || units[end].roundness > units[best].roundness;
            if (filled >= size - size / 5 && roundest) best = end;
            filled += units[end].bytes;
        }
        // The end of the last unit is a candidate too.
        if (end < units.size() &&
            (best == units.size() || units[end].roundness > units[best].roundness)) {
            best = end;
        }
        begin = end == units.size() ? end : best;
    }
    return first;
}

std::vector<std::size_t> cut_keys(std::size_t count,
                                  const std::function<std::string_view(std::size_t)>& key_of,
                                  const std::function<std::size_t(std::size_t)>& bytes_of,
                                  std::size_t size) {
    std::vector<CutUnit> units;
    std::vector<std::size_t> begins;
    std::string_view before;
    for (std::size_t i = 0; i < count; ++i) {
        const std::string_view key = key_of(i);
        if (i == 0 || before != key) {
            units.push_back({0, roundness_of(key, before)});
            begins.push_back(i);
        }
        units.back().bytes += bytes_of(i);
        before = key;
    }
    std::vector<std::size_t> first;
    for (const std::size_t unit : cut_files(units, size)) first.push_back(begins[unit]);
    return first;
}

std::size_t file_size_for(std::size_t total, std::size_t files, std::size_t min_size,
                          std::size_t max_size) {
    // This needs 64 bits, because the products exceed the 32 bits of size_t in WebAssembly.
    std::uint64_t size = min_size;
    // The factor is 2^(1/4) as a fraction.
    while (size < max_size && total > files * size) size = size * 1'189'207 / 1'000'000;
    return static_cast<std::size_t>(std::min<std::uint64_t>(size, max_size));
}

}  // namespace broadsheet::search
