// Balanced lines, as in headlines. Only for this folder.
#pragma once

#include "layout/layout.h"

namespace broadsheet::layout {

// The narrowest width, to a pixel, for which the text needs no more lines than for `width`, as
// Chromium finds it for `text-wrap: balance`. The width itself if there is one line or more than
// six, or a line must end. Words that are wider than a line by `tolerance` still fit.
float balanced_width(const InlineContent& content, float width, float tolerance);

}  // namespace broadsheet::layout
