// The names of emoji that GitHub made known, such as :smile:.
#pragma once

#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// The emoji with this name, without colons; empty if it is not among the usual ones.
std::string_view emoji_of(std::string_view name);

// The first name of an emoji, with or without its variation selector; empty if it is not among the
// usual ones.
std::string_view name_of_emoji(std::string_view emoji);

// Replaces the names in texts, at every level. Code is not changed, and neither are other names.
void replace_emoji(std::vector<model::Node>& nodes);

}  // namespace broadsheet::press
