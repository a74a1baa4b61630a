// Where a sorted sequence is cut into files so that a change moves few borders: not where so many
// bytes are full, but at the border of the last fifth of a file's room that is the roundest by its
// content. After a change the next borders are soon the same again.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string_view>
#include <vector>

namespace broadsheet::search {

struct CutUnit {
    std::size_t bytes = 0;        // about those that the transport's compression leaves
    std::uint32_t roundness = 0;  // of the border before it
};

// Of a key before which a file may begin. The words that begin alike are kept together where that
// can be: a border between them is less round than any other.
std::uint32_t roundness_of(std::string_view key, std::string_view before);

// The first unit of each file. Only a unit larger than `size` makes a file larger.
std::vector<std::size_t> cut_files(const std::vector<CutUnit>& units, std::size_t size);

// The same for terms in the order of their keys: those of one key stay together.
std::vector<std::size_t> cut_keys(std::size_t count,
                                  const std::function<std::string_view(std::size_t)>& key_of,
                                  const std::function<std::size_t(std::size_t)>& bytes_of,
                                  std::size_t size);

// The smallest of `least` times a power of 2^(1/4) by which `total` bytes are at most `files`
// files, or `most`: sizes do not follow each change.
std::size_t file_size_for(std::size_t total, std::size_t files, std::size_t least,
                          std::size_t most);

}  // namespace broadsheet::search
