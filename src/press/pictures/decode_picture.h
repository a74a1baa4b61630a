// From the bytes of a JPEG, PNG or WebP file to pixels.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "press/pictures/raster.h"

namespace broadsheet::press {

// A picture of more pixels is not decoded: it would take more memory than it is worth, and may be
// a small file made to do just that.
inline constexpr double most_picture_pixels = 100e6;

struct DecodedPicture {
    std::optional<Raster> raster;
    std::string what;  // where there is none: what is wrong with the file, behind "the picture"
    std::string remedy;
};

// Told by content. Upright, and in sRGB or with the profile that it is in. A JPEG much wider than
// `enough` may come out smaller than it is, but not below that; its proportions stay.
DecodedPicture decode_picture(std::string_view bytes, int enough);

// The formats, for `decode_picture`: nothing where the bytes are damaged or cut short.
std::optional<Raster> decode_jpeg(std::string_view bytes, int enough);
std::optional<Raster> decode_png(std::string_view bytes);
std::optional<Raster> decode_webp(std::string_view bytes);

}  // namespace broadsheet::press
