// Typefaces of the site's own, as CSS. Until a typeface arrives, an installed font stands in for
// it, scaled so that a line of English text is as long and as high. So little moves when it
// arrives.
#pragma once

#include <string>
#include <vector>

#include "theme/theme.h"

namespace broadsheet::theme {

// Widths of a font at one weight: the mean of English letters and spaces, in em. 0: not known.
struct LetterWidths {
    double regular = 0;  // at weight 400
    double bold = 0;     // at weight 700
};

// A file of a typeface.
struct Face {
    std::string family;
    std::string url;  // relative to the style sheet, or absolute
    int min_weight = 400;
    int max_weight = 400;  // greater than min_weight: a variable font
    bool italic = false;
    std::string unicode_range;  // as in CSS, "U+0-FF,U+131"; empty: all characters
    // Measures in em; descent is positive.
    double ascent = 0;
    double descent = 0;
    double line_gap = 0;
    LetterWidths widths;

    bool has_weight(int weight) const { return min_weight <= weight && weight <= max_weight; }
};

// True if the face is for this character.
bool has_character(const Face& face, char32_t character);

// The @font-face rules of the faces and of what stands in for them.
std::string face_rules(const Theme& theme, const std::vector<Face>& faces);

// Puts the fonts that stand in after each of the faces' families in the font lists of the theme.
void add_stand_ins(Theme& theme, const std::vector<Face>& faces);

// The names of a CSS font list, without quotes: "Literata, 'Noto Serif'" has two.
std::vector<std::string> font_names(const std::string& list);

}  // namespace broadsheet::theme
