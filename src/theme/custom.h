// What a site may change of the theme (features A14), by name: colours, "accent" or "dark-accent";
// font lists, "serif", "sans" and "mono"; "sidebar" and "masthead".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "theme/theme.h"

namespace broadsheet::theme {

// Every name that can be changed.
const std::vector<std::string_view>& change_names();

// What is wrong with a change, as a sentence; empty where it is right.
std::string check_change(std::string_view name, std::string_view value);

// The default theme with `changes`; wrong ones are passed over.
Theme customised(const std::map<std::string, std::string>& changes);

}  // namespace broadsheet::theme
