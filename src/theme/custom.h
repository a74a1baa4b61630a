// The changes that a site may make to the theme, by name: colours, "accent" or "dark-accent"; font
// lists, "serif", "sans" and "mono"; "sidebar" and "masthead".
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "theme/theme.h"

namespace broadsheet::theme {

// The names of all possible changes.
const std::vector<std::string_view>& change_names();

// Checks a change. Returns an error message, or "" if it is valid.
std::string check_change(std::string_view name, std::string_view value);

// True for the name of one font family that may be inserted into a style sheet.
bool is_font_name(std::string_view text);

// The default theme with `changes`. Invalid changes are ignored.
Theme customised(const std::map<std::string, std::string>& changes);

}  // namespace broadsheet::theme
