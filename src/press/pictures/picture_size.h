// Reads the width and height of a picture without decoding it.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet::press {

// A size in pixels, at most 100,000 on each side.
struct PictureSize {
    int width = 0;
    int height = 0;
    bool animated = false;  // a PNG, WebP or AVIF file with several pictures; not known for GIF

    bool operator==(const PictureSize&) const = default;
};

// The size of a PNG, JPEG or AVIF (as it is shown, turned), GIF, WebP or SVG file. The format is
// detected from the content. Returns nothing for other files and those without a size.
std::optional<PictureSize> picture_size(std::string_view bytes);

// The EXIF orientation of a JPEG or PNG, 1 to 8; 1 if it has none.
std::uint32_t picture_orientation(std::string_view bytes);

}  // namespace broadsheet::press
