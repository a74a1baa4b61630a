// The sizes in which a picture is published. One rule, so that nothing has to list them: of a JPEG,
// PNG or WebP picture that is W pixels wide, each standard width below W exists as a WebP file
// beside it, "/pictures/lake.jpg.720.webp". The tool writes them, HTML offers them, the reader
// fetches the one that fits. Other pictures (SVG, GIF) have one file, the author's own.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "page/style.h"

namespace broadsheet::page {

// Chosen by the widths at which the theme shows pictures, at one, two and three device pixels to a
// pixel: thumbnails and portraits 76–96, cards 220–291, the lead 582, text on phones 354 and
// elsewhere 680, the enlarged picture as wide as the window.
inline constexpr std::array<int, 7> standard_picture_widths = {192,  320,  480, 720,
                                                               1080, 1440, 1920};

// True where the picture has standard widths, by the ending of its name.
bool has_standard_widths(std::string_view target);

// Those that the picture has, narrowest first.
std::span<const int> widths_of_picture(std::string_view target, int width);

std::string picture_of_width(std::string_view target, int width);

// The narrowest file that has at least `wanted` pixels across; the picture itself where none has.
std::string fitting_picture(std::string_view target, int width, int wanted);

// For the attribute `sizes`: how wide the theme shows a picture of this style, in CSS. `none` is a
// picture in the author's text.
std::string_view shown_sizes(Style style);

}  // namespace broadsheet::page
