// Lines of Chinese and Japanese have no spaces that could be stretched: their characters are set
// slightly apart. Only for this folder.
#pragma once

#include <vector>

#include "layout/layout.h"
#include "layout/plan_lines.h"

namespace broadsheet::layout {

// Appends a piece of a line, divided into its ideographs, kana and their punctuation, one a piece,
// and what is between them. A piece with one character or none of them stays as it is.
void append_ideographs(std::vector<Piece>& parts, const InlineContent& content, const Piece& piece,
                       LetterWidths& letters);

}  // namespace broadsheet::layout
