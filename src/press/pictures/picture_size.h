// The width and height of a picture, read from its first bytes.
#pragma once

#include <cstdint>
#include <optional>
#include <string_view>

namespace broadsheet::press {

struct PictureSize {
    int width = 0;
    int height = 0;

    bool operator==(const PictureSize&) const = default;
};

// PNG, JPEG (turned as its EXIF orientation says), GIF, WebP and SVG, told by content. Nothing
// where the bytes are none of these or give no size.
std::optional<PictureSize> picture_size(std::string_view bytes);

// The EXIF orientation of a JPEG, 1 to 8; 1 where it says none.
std::uint32_t picture_orientation(std::string_view bytes);

}  // namespace broadsheet::press
