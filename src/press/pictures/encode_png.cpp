#include "press/pictures/encode_png.h"

#include <png.h>

namespace broadsheet::press {

std::string encode_png(const Raster& raster) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = static_cast<png_uint_32>(raster.width);
    image.height = static_cast<png_uint_32>(raster.height);
    image.format = PNG_FORMAT_RGBA;
    std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(image), '\0');
    png_alloc_size_t size = bytes.size();
    if (png_image_write_to_memory(&image, bytes.data(), &size, 0, raster.pixels.data(), 0,
                                  nullptr) == 0) {
        return {};
    }
    bytes.resize(size);
    return bytes;
}

}  // namespace broadsheet::press
