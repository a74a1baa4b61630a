// Reads the size of an AVIF picture, which is not decoded here. Its boxes are those of ISO/IEC
// 14496-12 and 23008-12 (HEIF).
#pragma once

#include <cstdint>

#include "press/pictures/picture_bytes.h"

namespace broadsheet::press {

struct AvifHead {
    std::uint32_t width = 0;  // as stored; 0 if there is no size
    std::uint32_t height = 0;
    std::uint32_t quarter_turns = 0;  // counterclockwise, before it is shown
    bool animated = false;
};

bool is_avif(PictureBytes bytes);

// REQUIRES: is_avif(bytes).
AvifHead avif_head(PictureBytes bytes);

}  // namespace broadsheet::press
