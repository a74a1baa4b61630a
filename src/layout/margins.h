// Margins that collapse: which of the margins of blocks in each other are one (CSS 2, 8.3.1).
#pragma once

#include "layout/layout.h"

namespace broadsheet::layout {

// True if a block has no height, so that its margins collapse through it: what editors leave, as
// `<p></p>`.
bool is_empty_block(const Box& box);

// True if the margins above a block and above its first child are one.
bool collapses_with_first(const Box& box, const Box& first_child);

// The margin above a block, with those of its first children that collapse with it.
float outer_margin(const Box& box);

// True if the margin of a last child collapses through its parent.
bool ends_open(const Box& box);

}  // namespace broadsheet::layout
