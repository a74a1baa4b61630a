// The theme as CSS, for the prerendered pages and the text layer.
#pragma once

#include <string>

#include "theme/theme.h"

namespace broadsheet::theme {

std::string stylesheet(const Theme& theme);

}  // namespace broadsheet::theme
