// The measures of a font file, by FreeType. Only this folder knows how fonts are read.
#pragma once

#include <optional>
#include <string_view>

namespace broadsheet::press {

// Measures of a font, in em.
struct FontMeasures {
    double ascent = 0;
    double descent = 0;  // positive
    double line_gap = 0;
    // The mean width of English letters and spaces, by how often they occur. 0: the font has no
    // Latin letters.
    double letter_width = 0;
};

// True if the bytes begin as a WOFF2 file does.
bool is_woff2(std::string_view bytes);

// Measures a WOFF2 font. A variable font is measured at `weight`, from 1 to 1000. Nothing if the
// file is damaged, is not WOFF2, or is larger than 30 MB.
std::optional<FontMeasures> measure_font(std::string_view bytes, int weight);

}  // namespace broadsheet::press
