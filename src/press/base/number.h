// Reads numbers from text, alike with every standard library. std::from_chars is missing for double
// in some.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace broadsheet::press {

// A number at the start of a text.
struct NumberInText {
    double value = 0;
    std::size_t length = 0;  // bytes of the text that belong to it
};

// Reads "-12.5e3" and the like, "inf" and "nan" as std::from_chars does: without spaces or a plus
// sign before it. Returns nothing if there is none, or if it is outside of double's range.
std::optional<NumberInText> read_number(std::string_view text);

}  // namespace broadsheet::press
