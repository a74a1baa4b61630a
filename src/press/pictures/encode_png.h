// Encodes PNG files.
#pragma once

#include <string>

#include "press/pictures/raster.h"

namespace broadsheet::press {

// Encodes a raster, without its colour profile. Returns an empty string if libpng fails.
std::string encode_png(const Raster& raster);

}  // namespace broadsheet::press
