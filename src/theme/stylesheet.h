// The theme as CSS, for prerendered pages and the text layer.
#pragma once

#include <string>

#include "theme/theme.h"

namespace broadsheet::theme {

// Returns the style sheet of a theme.
std::string stylesheet(const Theme& theme);

}  // namespace broadsheet::theme
