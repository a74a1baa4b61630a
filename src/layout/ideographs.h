// Lines of Chinese and Japanese have no spaces that could be stretched: their characters are set
// slightly apart. Signs next to each other share the empty halves that they have, and there is a
// quarter of an em between ideographs and the letters and figures of other scripts (JLREQ 3.1.4 and
// 3.2.6, CLREQ 3.2.2). Only for this folder.
#pragma once

#include <vector>

#include "layout/layout.h"
#include "layout/plan_lines.h"

namespace broadsheet::layout {

// Divides the words of a text into its ideographs, kana and their punctuation, one a piece, and
// what is between them, and sets what stands before each (Piece::lead). Returns false if there are
// none, and no syllables of Korean. `centred` if full stops and commas stand in the middle of their
// square, as in Taiwan.
bool divide_ideographs(InlineContent& content, LetterWidths& letters, bool centred);

}  // namespace broadsheet::layout
