// The first paragraph of an article, which may begin with a large letter.
#pragma once

#include <string_view>
#include <vector>

#include "page/page.h"

namespace broadsheet::views {

// Gives the first of `body` the style `opening` if it is a paragraph that suits: long enough, of
// nothing but text, and with a capital at its start that stands alone. Quotes, digits, lower case,
// letters with marks, and scripts without capitals do not suit, nor does text from right to left.
void mark_opening(std::vector<page::Node>& body, std::string_view language);

}  // namespace broadsheet::views
