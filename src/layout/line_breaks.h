// Line break opportunities, by UAX #14 with the exceptions that browsers make. Scripts without
// spaces use a dictionary.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "layout/text_measure.h"

namespace broadsheet::layout {

// Whether a line may or must end.
enum class LineBreak : std::uint8_t { none, allowed, forced };

// For each byte of `text` (UTF-8), whether a line may end after it. `words` provides the words of
// Thai, Lao, Khmer and Burmese.
std::vector<LineBreak> line_breaks(std::string_view text, TextMeasure& words);

// The same for preformatted text, which breaks only at its line feeds.
std::vector<LineBreak> forced_breaks(std::string_view text);

}  // namespace broadsheet::layout
