// Cuts a sorted sequence into files so that a change affects few files. A file does not end at an
// exact size. It ends at the roundest border, by content, in the last fifth of its maximum size.
// After a change, borders soon match the previous ones again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace broadsheet::search {

// An item of the sequence.
struct CutUnit {
    std::size_t bytes = 0;        // approximate size after HTTP compression
    std::uint32_t roundness = 0;  // roundness of the border before it
};

// The roundness of the border between two keys. Borders within a group of words with the same
// beginning have the lowest roundness, so that such words stay together if possible.
std::uint32_t roundness_of(std::string_view key, std::string_view before);

// The index of the first unit of each file. A file exceeds `size` only if a single unit does.
std::vector<std::size_t> cut_files(const std::vector<CutUnit>& units, std::size_t size);

// The same for terms sorted by key. Terms with the same key stay together.
std::vector<std::size_t> cut_keys(std::size_t count,
                                  const std::function<std::string_view(std::size_t)>& key_of,
                                  const std::function<std::size_t(std::size_t)>& bytes_of,
                                  std::size_t size);

// The smallest product of `min_size` and a power of 2^(1/4) with which `total` bytes fit into
// `files` files, but at most `max_size`. Sizes change in steps, so most changes do not affect them.
std::size_t file_size_for(std::size_t total, std::size_t files, std::size_t min_size,
                          std::size_t max_size);

}  // namespace broadsheet::search
