// Finds where the words of a text may be divided. Only for this folder.
#pragma once

#include <cstdint>
#include <vector>

#include "layout/hyphenation.h"
#include "layout/layout.h"

namespace broadsheet::layout {

// The bytes of InlineContent::text before which a word may be divided with a hyphen. Only words of
// letters are divided, not code, addresses, capitals, parts of compounds, or right-to-left text.
std::vector<std::uint32_t> division_points(const InlineContent& content, const Word& word,
                                           const Hyphenator& hyphenator);

}  // namespace broadsheet::layout
