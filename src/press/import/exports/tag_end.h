// Where a tag of XML or HTML ends.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::press {

// The offset of the first ">" from `position` on that is not in quotes; npos if there is none.
inline std::size_t end_of_tag(std::string_view text, std::size_t position) {
    char quote = '\0';
    for (std::size_t i = position; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if (c == '"' || c == '\'') {
            quote = c;
        } else if (c == '>') {
            return i;
        }
    }
    return std::string_view::npos;
}

}  // namespace broadsheet::press
