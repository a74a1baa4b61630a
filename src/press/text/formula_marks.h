// The placeholder of a formula: formula_mark, its number from 1, formula_end. Imports use it too.
#pragma once

#include <string_view>

namespace broadsheet::press {

inline constexpr std::string_view formula_mark = "\xEF\xA3\xB6";  // U+F8F6
inline constexpr std::string_view formula_end = "\xEF\xA3\xB7";   // U+F8F7

}  // namespace broadsheet::press
