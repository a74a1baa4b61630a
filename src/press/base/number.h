// Numbers as text, alike with every standard library: some lack std::from_chars and std::to_chars
// for double.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
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

// The shortest text that reads as the same number, as std::to_chars prints it: "0.1", "1e-04".
std::string print_number(double number);

}  // namespace broadsheet::press
