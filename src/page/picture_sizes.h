// The published sizes of pictures. They follow one rule, so no data needs to list them: for a JPEG,
// PNG or WebP picture W pixels wide, each standard width below W exists as a WebP file next to it,
// such as "/pictures/lake.jpg.720.webp". The tool writes these files, HTML lists them in `srcset`,
// and the reader fetches the best one. Other pictures (SVG, GIF) are published only as the original
// file.
#pragma once

#include <array>
#include <span>
#include <string>
#include <string_view>

#include "page/style.h"

namespace broadsheet::page {

// The standard widths in pixels. They match the widths at which the theme shows pictures, at one,
// two and three device pixels per CSS pixel: thumbnails and portraits 76–96, cards 220–291, the
// lead picture 582, pictures in text 354 on phones and 680 elsewhere, and enlarged pictures as wide
// as the window.
inline constexpr std::array<int, 7> standard_picture_widths = {192,  320,  480, 720,
                                                               1080, 1440, 1920};

// True if the picture has standard widths, judging by its file extension and the length of its
// name.
bool has_standard_widths(std::string_view target);

// The standard widths of a picture `width` pixels wide, narrowest first.
std::span<const int> widths_of_picture(std::string_view target, int width);

// The file of a picture with a standard width.
std::string picture_of_width(std::string_view target, int width);

// The narrowest file that is at least `wanted` pixels wide. If there is none, the original picture.
std::string fitting_picture(std::string_view target, int width, int wanted);

// The value of the attribute `sizes` for pictures of a style. `none` is a picture in an article's
// text.
std::string_view shown_sizes(Style style);

}  // namespace broadsheet::page
