// SVG files can run scripts and load resources. Everything that can do so is removed when a picture
// is copied.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Removes all elements and attributes that are not on an allow-list, and elements nested deeper
// than 200 levels. Returns nothing if `bytes` is not well-formed XML with an <svg> root.
std::optional<std::string> clean_svg(std::string_view bytes);

}  // namespace broadsheet::press
