// Where a line of text may end: UAX #14 with the exceptions that browsers make, and a dictionary of
// words where a writing has no spaces.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/text_measure.h"

namespace broadsheet::layout {

enum class LineBreak : std::uint8_t { none, allowed, forced };

// For each byte of `text` (UTF-8) whether a line may end behind it. `words` is asked for those of
// Thai, Lao, Khmer and Burmese.
std::vector<LineBreak> line_breaks(std::string_view text, TextMeasure& words);

// Of text whose line ends count and no others.
std::vector<LineBreak> forced_breaks(std::string_view text);

}  // namespace broadsheet::layout
