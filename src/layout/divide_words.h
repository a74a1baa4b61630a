// Finds where the words of a text may be divided. Only for this folder.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "layout/hyphenation.h"
#include "layout/layout.h"
#include "layout/text_measure.h"

namespace broadsheet::layout {

// The bytes of InlineContent::text before which a word may be divided with a hyphen. Only words of
// letters are divided, not code, addresses, capitals, parts of compounds, or right-to-left text.
std::vector<std::uint32_t> division_points(const InlineContent& content, const Word& word,
                                           const Hyphenator& hyphenator);

// The beginning of a part of a word, as long as it fits.
struct FittingLetters {
    std::uint32_t begin = 0;                        // of the part in InlineContent::text
    std::span<const std::size_t> ends;              // of its letters, in bytes after `begin`
    std::span<const TextMeasure::Word> beginnings;  // the text up to each letter, measured
};
// The most of these letters that end at one of the points and leave room for a hyphen; 0 if none
// do. `room` is that of the line.
std::size_t letters_before_point(const FittingLetters& letters,
                                 const std::vector<std::uint32_t>& points, float hyphen,
                                 float room);

}  // namespace broadsheet::layout
