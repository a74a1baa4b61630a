// The number of a part, as in `build --part 2/3`.
#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace broadsheet::press {

// "2/3": the second of three parts. `count` is 0 for a whole site.
struct PartNumber {
    int number = 0;  // from 1
    int count = 0;

    // True if the part has the item of this number.
    bool has(std::size_t item) const {
        return item % static_cast<std::size_t>(count) == static_cast<std::size_t>(number - 1);
    }
};

inline constexpr int max_parts = 1000;

// Nothing if the text is not "K/N" with K from 1 to N, and N at most `max_parts`.
std::optional<PartNumber> parse_part_number(std::string_view text);

}  // namespace broadsheet::press
