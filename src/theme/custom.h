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

// A colour of text that is hard to read on the paper.
struct PoorContrast {
    std::string name;     // as changes name it: "ink", "dark-link"
    std::string changed;  // which of the two the changes name: `name`, or "paper" or "dark-paper"
    int tenths = 0;       // the ratio of WCAG 2, times 10
};

// The colours whose contrast is below 4.5 : 1 because of `changes`.
std::vector<PoorContrast> poor_contrasts(const std::map<std::string, std::string>& changes);

// The default theme with `changes`. Invalid changes are ignored.
Theme customised(const std::map<std::string, std::string>& changes);

}  // namespace broadsheet::theme
