#include "press/pictures/decode_picture.h"

#include <utility>

#include "press/pictures/picture_size.h"

namespace broadsheet::press {

namespace {

// Offset of the colour space in an ICC profile, and size of a profile's header (ICC.1, section
// 7.2).
constexpr std::size_t space_offset = 16;
constexpr std::size_t smallest_profile = 128;

// A profile is kept only if it is an RGB profile other than sRGB: pictures without a profile are
// assumed to be sRGB, and profiles of other colour spaces (grey, CMYK) do not apply to the decoded
// pixels.
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
    if (bytes.empty()) return failure("is empty", "replace it with the picture");
    const bool jpeg = bytes.starts_with("\xFF\xD8");
    const bool png = bytes.starts_with("\x89PNG\r\n\x1A\n");
    const bool webp = bytes.starts_with("RIFF") && bytes.substr(0, 12).ends_with("WEBP");
    if (bytes.starts_with("GIF8"))
        return failure("is a GIF file with another extension", "rename it to end in .gif");
    if (!jpeg && !png && !webp) {
        return failure("is not a JPEG, PNG or WebP file",
                       "save it again in the format of its extension");
    }
    const auto size = picture_size(bytes);
    if (size && static_cast<double>(size->width) * size->height > max_picture_pixels) {
        return failure("has more than 100 million pixels",
                       "scale it down; a width of 4000 pixels is enough");
    }
    DecodedPicture result;
    if (size) {
        result.raster = jpeg  ? decode_jpeg(bytes, enough)
                        : png ? decode_png(bytes)
                              : decode_webp(bytes);
    }
    if (!result.raster) {
        return failure("is damaged or truncated", "save or copy it again");
    }
    find_transparency(*result.raster);
    if (jpeg || png)
        *result.raster = upright(std::move(*result.raster), picture_orientation(bytes));
    if (!is_worth_keeping(result.raster->profile)) result.raster->profile.clear();
    return result;
}

}  // namespace broadsheet::press
