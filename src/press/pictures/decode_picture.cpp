#include "press/pictures/decode_picture.h"

#include <utility>

#include "press/pictures/picture_size.h"

namespace broadsheet::press {

namespace {

// Bytes of an ICC profile from which its colour space is read.
constexpr std::size_t space_offset = 16;
constexpr std::size_t smallest_profile = 128;

// A profile is kept only where it says something: sRGB is what is assumed without one, and one of
// another space (grey, CMYK) no longer belongs to the pixels.
bool is_worth_keeping(std::string_view profile) {
    if (profile.size() < smallest_profile || profile.substr(space_offset, 4) != "RGB ")
        return false;
    constexpr std::string_view wide_name("\0s\0R\0G\0B", 8);
    return profile.find("sRGB") == std::string_view::npos &&
           profile.find(wide_name) == std::string_view::npos;
}

DecodedPicture failure(std::string what, std::string remedy) {
    DecodedPicture result;
    result.what = std::move(what);
    result.remedy = std::move(remedy);
    return result;
}

}  // namespace

DecodedPicture decode_picture(std::string_view bytes, int enough) {
    if (bytes.empty()) return failure("is empty", "put the picture's file in its place");
    const bool jpeg = bytes.starts_with("\xFF\xD8");
    const bool png = bytes.starts_with("\x89PNG\r\n\x1A\n");
    const bool webp = bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP");
    if (bytes.starts_with("GIF8"))
        return failure("is a GIF under another name", "rename it to end with .gif");
    if (!jpeg && !png && !webp) {
        return failure("is no JPEG, PNG or WebP file",
                       "save it again in the format that its name says");
    }
    const auto size = picture_size(bytes);
    if (size && static_cast<double>(size->width) * size->height > most_picture_pixels) {
        return failure("has more than 100 million pixels",
                       "make it smaller; 4000 across is plenty");
    }
    DecodedPicture result;
    if (size) {
        result.raster = jpeg  ? decode_jpeg(bytes, enough)
                        : png ? decode_png(bytes)
                              : decode_webp(bytes);
    }
    if (!result.raster) {
        return failure("is damaged or was cut short", "save or copy it again");
    }
    find_transparency(*result.raster);
    if (jpeg) *result.raster = upright(std::move(*result.raster), picture_orientation(bytes));
    if (!is_worth_keeping(result.raster->profile)) result.raster->profile.clear();
    return result;
}

}  // namespace broadsheet::press
