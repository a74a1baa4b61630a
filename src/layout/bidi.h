// The direction of text by the Unicode bidirectional algorithm (UAX #9).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace broadsheet::layout {

// False if all levels are certainly zero.
bool needs_bidi(std::string_view text, bool right_to_left);

// The embedding level of each byte of `text`.
std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left);

// The same for a text with parts that are always left to right and of no influence on what is
// around them, such as code: ranges of bytes in the order of the text.
struct Isolate {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
std::vector<std::uint8_t> bidi_levels(std::string_view text, bool right_to_left,
                                      const std::vector<Isolate>& isolates);

// Rule L2: the order, from left to right, of items with these levels.
std::vector<std::size_t> visual_order(const std::vector<std::uint8_t>& levels);

}  // namespace broadsheet::layout
