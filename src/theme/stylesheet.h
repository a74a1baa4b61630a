// The theme as CSS, for prerendered pages and the text layer.
#pragma once

#include <string>

#include "theme/theme.h"

namespace broadsheet::theme {

// How the text of articles is set unless the reader chooses, and what it has.
struct TextDefaults {
    bool justified = false;
    bool even = false;
    bool hyphens = true;
    bool formulas = false;  // the site has some
    bool hanging = true;
    bool drop_caps = false;
    bool indented = false;
    Figures figures = Figures::font;
};

// Returns the style sheet of a theme.
std::string stylesheet(const Theme& theme, const TextDefaults& text = {});

}  // namespace broadsheet::theme
