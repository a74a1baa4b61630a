// Generates picture files for tests.
#pragma once

#include <csetjmp>
#include <cstdio>
#include <cstdlib>
//
#include <jpeglib.h>
#include <png.h>
#include <webp/encode.h>

#include <array>
#include <cstdint>
#include <string>

#include "press/pictures/raster.h"

namespace broadsheet::test {

using Colour = std::array<std::uint8_t, 4>;
inline constexpr Colour red{200, 30, 40, 255};
inline constexpr Colour green{30, 160, 60, 255};
inline constexpr Colour blue{40, 60, 210, 255};
inline constexpr Colour grey{120, 120, 120, 255};

// A picture of four coloured quarters: top left, top right, bottom left, bottom right.
inline press::Raster four_fields(int width, int height, const std::array<Colour, 4>& fields) {
    press::Raster raster;
    raster.width = width;
    raster.height = height;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const int field = (y * 2 / height) * 2 + x * 2 / width;
            for (const std::uint8_t c : fields[static_cast<std::size_t>(field)]) {
                raster.pixels.push_back(c);
            }
        }
    }
    press::find_transparency(raster);
    return raster;
}

inline press::Raster sample_raster(int width, int height) {
    return four_fields(width, height, {red, green, blue, grey});
}

inline std::string png_file(const press::Raster& raster) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(raster.width);
    image.height = static_cast<png_uint_32>(raster.height);
    image.format = PNG_FORMAT_RGBA;
    png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(image);
    std::string bytes(size, '\0');
    png_image_write_to_memory(&image, bytes.data(), &size, 0, raster.pixels.data(), 0, nullptr);
    bytes.resize(size);
    return bytes;
}

inline std::string webp_file(const press::Raster& raster) {
    std::uint8_t* data = nullptr;
    const std::size_t size = WebPEncodeLosslessRGBA(raster.pixels.data(), raster.width,
                                                    raster.height, raster.width * 4, &data);
    std::string bytes(reinterpret_cast<const char*>(data), size);
    WebPFree(data);
    return bytes;
}

// `orientation` 0 writes no EXIF. `cmyk` writes inverted CMYK, like Adobe programs do.
inline std::string jpeg_file(const press::Raster& raster, int orientation = 0, bool cmyk = false) {
    jpeg_compress_struct info{};
    jpeg_error_mgr errors{};
    info.err = jpeg_std_error(&errors);
    jpeg_create_compress(&info);
    unsigned char* data = nullptr;
    unsigned long size = 0;
    jpeg_mem_dest(&info, &data, &size);
    info.image_width = static_cast<JDIMENSION>(raster.width);
    info.image_height = static_cast<JDIMENSION>(raster.height);
    info.input_components = 4;
    info.in_color_space = cmyk ? JCS_CMYK : JCS_EXT_RGBA;
    jpeg_set_defaults(&info);
    jpeg_set_quality(&info, 95, TRUE);
    jpeg_start_compress(&info, TRUE);
    if (orientation != 0) {
        std::string exif("Exif\0\0II\x2a\0\x08\0\0\0\x01\0\x12\x01\x03\0\x01\0\0\0", 24);
        exif += static_cast<char>(orientation);
        exif += std::string(7, '\0');
        jpeg_write_marker(&info, JPEG_APP0 + 1, reinterpret_cast<const JOCTET*>(exif.data()),
                          static_cast<unsigned>(exif.size()));
    }
    std::string line;
    const std::size_t row = static_cast<std::size_t>(raster.width) * 4;
    while (info.next_scanline < info.image_height) {
        line.assign(reinterpret_cast<const char*>(raster.pixels.data() + info.next_scanline * row),
                    row);
        // Inverted CMYK without black equals RGB.
        if (cmyk) {
            for (std::size_t i = 3; i < row; i += 4) line[i] = '\xFF';
        }
        auto* pixels = reinterpret_cast<JSAMPLE*>(line.data());
        jpeg_write_scanlines(&info, &pixels, 1);
    }
    jpeg_finish_compress(&info);
    jpeg_destroy_compress(&info);
    std::string bytes(reinterpret_cast<const char*>(data), size);
    std::free(data);  // NOLINT: allocated by libjpeg
    return bytes;
}

}  // namespace broadsheet::test
