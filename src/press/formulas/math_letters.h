// The letters of mathematical alphabets, such as bold and script ones. Unicode has them as
// characters of their own, which browsers show in place of MathML's older attribute.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// The text in the alphabet of a value of MathML's `mathvariant`, such as "double-struck".
// Characters that the alphabet does not have stay as they are.
std::string in_alphabet(std::string_view text, std::string_view variant);

}  // namespace broadsheet::press
