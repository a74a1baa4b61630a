// A formula in words and signs, for places that have only text, such as titles.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// The text of MathML: "E = mc²", "a⁄b", "√(x+1)". Empty if it cannot be read.
std::string formula_words(std::string_view mathml);

}  // namespace broadsheet::press
