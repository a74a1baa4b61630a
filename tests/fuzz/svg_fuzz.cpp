// Untrusted SVG pictures.
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "press/pictures/svg.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto cleaned =
        broadsheet::press::clean_svg(std::string_view(reinterpret_cast<const char*>(data), size));
    if (cleaned && cleaned->find("<script") != std::string::npos) std::abort();
    return 0;
}
