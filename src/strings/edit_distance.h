// How far two words are apart.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::strings {

// Least number of letters to change, insert, drop, or swap with their neighbour (optimal string
// alignment: no letter takes part in two of them). Past `limit` the exact number does not matter:
// limit + 1 then.
std::size_t edit_distance(std::u32string_view left, std::u32string_view right, std::size_t limit);

}  // namespace broadsheet::strings
