// A raster as the bytes of a PNG file.
#pragma once

#include <string>

#include "press/pictures/raster.h"

namespace broadsheet::press {

// Empty where libpng fails.
std::string encode_png(const Raster& raster);

}  // namespace broadsheet::press
