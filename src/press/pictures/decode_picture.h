// Decodes JPEG, PNG and WebP files.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "press/pictures/raster.h"

namespace broadsheet::press {

// Maximum number of pixels of a picture. Larger pictures need too much memory, and may be small
// files made to exhaust it.
inline constexpr double max_picture_pixels = 100e6;

// The result of decoding: a raster, or a message.
struct DecodedPicture {
    std::optional<Raster> raster;
    std::string what;  // without a raster: the problem, as a predicate for "the picture X"
    std::string remedy;
};

// Decodes a picture. The format is detected from the content. Applies the EXIF orientation; the
// result is in sRGB or has its colour profile. For speed, a JPEG may be scaled down by multiples of
// 1/8, as long as its shorter side keeps at least `enough` pixels.
DecodedPicture decode_picture(std::string_view bytes, int enough);

// The decoders behind decode_picture. They return nothing for damaged or truncated files.
std::optional<Raster> decode_jpeg(std::string_view bytes, int enough);
std::optional<Raster> decode_png(std::string_view bytes);
std::optional<Raster> decode_webp(std::string_view bytes);

}  // namespace broadsheet::press
