// A decoded picture, and what is done to its pixels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet::press {

struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  // red, green, blue, alpha; alpha is not multiplied in
    bool opaque = true;
    std::string profile;  // ICC, of what is not sRGB; may be empty

    std::size_t pixel_count() const {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    }
};

// Sets `opaque` by the pixels.
void find_transparency(Raster& raster);

// Turns a picture upright that a camera took with this EXIF orientation, 1 to 8.
Raster upright(Raster raster, std::uint32_t orientation);

// A smaller copy. Light is averaged as light, so that fine patterns keep their brightness, and
// transparent pixels lend their colour to nothing.
// REQUIRES: 0 < width <= raster.width, 0 < height <= raster.height.
Raster smaller(const Raster& raster, int width, int height);

// The colours of the picture's six parts, three beside each other and two above each other, four
// bits a channel as hexadecimal digits, row by row: "a86b97c98432654321". Empty for a picture with
// transparent pixels, whose ground is the page's own.
std::string placeholder_of(const Raster& raster);

}  // namespace broadsheet::press
