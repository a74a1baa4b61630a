// SVG pictures are documents that can run scripts and load things: what may do so is taken out
// when a picture is copied.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Nothing where `bytes` is not well-formed XML with an <svg> root.
std::optional<std::string> clean_svg(std::string_view bytes);

}  // namespace broadsheet::press
