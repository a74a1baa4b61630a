// How much of an article changed.
#pragma once

#include "press/articles/article.h"

namespace broadsheet::press {

// Nothing but its text, and what it says of itself that concerns nothing else: it is in the same
// lists, at the same places.
bool is_same_but_text(const Article& left, const Article& right);

// That, and what lists it is in, and where in them.
bool is_same_but_lists(const Article& left, const Article& right);

}  // namespace broadsheet::press
