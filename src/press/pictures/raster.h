// Decoded pictures and operations on their pixels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet::press {

// A picture in memory: width × height pixels of 4 bytes, row by row from the top.
struct Raster {
    int width = 0;
    int height = 0;
    std::vector<std::uint8_t> pixels;  // red, green, blue, alpha (not premultiplied)
    bool opaque = true;
    std::string profile;  // ICC profile; empty for sRGB

    std::size_t pixel_count() const {
        return static_cast<std::size_t>(width) * static_cast<std::size_t>(height);
    }
};

// Sets `opaque` from the pixels.
void find_transparency(Raster& raster);

// Rotates and mirrors a picture to undo its EXIF orientation, 1 to 8.
Raster upright(Raster raster, std::uint32_t orientation);

// Scales down with a Catmull-Rom filter, in linear light, so that fine patterns keep their
// brightness, and with premultiplied alpha, so that transparent pixels do not affect colours.
// REQUIRES: 0 < width <= raster.width, 0 < height <= raster.height.
Raster smaller(const Raster& raster, int width, int height);

// The average colours of six parts of the picture, 3 columns by 2 rows, row by row. Each colour is
// three hexadecimal digits (4 bits per channel): "a86b97c98432654321". Empty for pictures with
// transparent pixels, which are shown on the page's own background.
std::string placeholder_of(const Raster& raster);

}  // namespace broadsheet::press
