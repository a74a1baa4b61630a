// WordPress' shortcodes, such as [gallery ids="1,2"], as HTML.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "press/import/wordpress/wordpress_text.h"

namespace broadsheet::press {

// Replaces shortcodes whose meaning is known by HTML. Unknown ones are removed and counted by name
// in `dropped`; what they enclose stays. Words in brackets, such as "[sic]", are no shortcodes: one
// has attributes, an end, an underscore, or the name of a known plug-in.
std::string without_shortcodes(std::string_view html, const TextContext& context,
                               std::map<std::string, int>& dropped);

}  // namespace broadsheet::press
