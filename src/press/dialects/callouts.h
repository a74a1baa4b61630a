// GitHub's alerts and Obsidian's callouts: quotes with a title.
//
//     > [!WARNING]- Thin ice
//     > Text
//
// The title is the author's, or the word in brackets. It becomes a bold paragraph, so the quote
// needs no look of its own. mark_callouts finds the beginnings before parsing, because afterwards
// an escaped bracket is like any other.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// Writes a mark before `[!word]` at the start of a line in a quote. Code is not changed.
// REQUIRES: `text` does not contain the mark, U+F8F8 (mark_body ensures it).
std::string mark_callouts(std::string_view text);

// Gives quotes that begin with a mark their title, at every level of `blocks`. Other marks are
// removed.
void make_callouts(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
