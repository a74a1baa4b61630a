#include <png.h>
#include <zlib.h>

#include "press/pictures/decode_picture.h"

namespace broadsheet::press {

namespace {

std::size_t big32(std::string_view bytes, std::size_t at) {
    std::size_t value = 0;
    for (std::size_t i = at; i < at + 4; ++i) {
        value = value << 8U | static_cast<unsigned char>(bytes[i]);
    }
    return value;
}

// Reads the colour profile from the iCCP chunk, which precedes the pixels: a name, a zero byte, the
// compression method (always 0), and the profile in zlib format.
std::string profile_of(std::string_view bytes) {
    constexpr std::size_t max_profile_bytes = 4U << 20U;
    constexpr std::size_t signature = 8;
    for (std::size_t at = signature; at + 12 <= bytes.size();) {
        const std::size_t length = big32(bytes, at);
        const std::string_view name = bytes.substr(at + 4, 4);
        if (name == "IDAT" || length > bytes.size() - at - 12) return {};
        if (name == "iCCP") {
            std::string_view data = bytes.substr(at + 8, length);
            const auto zero = data.find('\0');
            if (zero == std::string_view::npos || zero + 2 > data.size()) return {};
            data.remove_prefix(zero + 2);
            std::string profile(max_profile_bytes, '\0');
            uLongf size = profile.size();
            if (uncompress(reinterpret_cast<Bytef*>(profile.data()), &size,
                           reinterpret_cast<const Bytef*>(data.data()), data.size()) != Z_OK) {
                return {};
            }
            profile.resize(size);
            return profile;
        }
        at += length + 12;
    }
    return {};
}

}  // namespace

std::optional<Raster> decode_png(std::string_view bytes) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) {
        return std::nullopt;
    }
    image.format = PNG_FORMAT_RGBA;
    Raster raster;
    raster.width = static_cast<int>(image.width);
    raster.height = static_cast<int>(image.height);
    raster.pixels.resize(PNG_IMAGE_SIZE(image));
    if (png_image_finish_read(&image, nullptr, raster.pixels.data(), 0, nullptr) == 0) {
        return std::nullopt;
    }
    raster.profile = profile_of(bytes);
    return raster;
}

}  // namespace broadsheet::press
