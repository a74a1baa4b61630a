// The edit distance between two words.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::strings {

// The smallest number of letters to change, insert, delete, or swap with their neighbour (optimal
// string alignment distance: no letter is edited twice). Returns `limit` + 1 if the distance
// exceeds `limit`.
std::size_t edit_distance(std::u32string_view left, std::u32string_view right, std::size_t limit);

}  // namespace broadsheet::strings
