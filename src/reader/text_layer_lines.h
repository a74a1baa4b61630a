// The lines of a block as elements of the text layer.
#pragma once

#include <string_view>

#include "reader/text_layer.h"

namespace broadsheet::reader {

// Blocks of lines are this much wider than their text, in CSS pixels, so that a line still fits if
// the browser measures it slightly wider.
inline constexpr float line_slack = 4;

// Writes the lines of a block: spans for lines within the elements of the text. `width` is that of
// the block without slack, and `ratio` the number of pixels of the device in one of CSS.
void write_text_lines(TextLayerNode& block, const layout::InlineContent& content, float width,
                      std::string_view base_path, float ratio);

}  // namespace broadsheet::reader
