#include "press/base/nearest_name.h"

#include <algorithm>
#include <cstddef>

#include "strings/edit_distance.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

std::u32string letters_of(std::string_view name) {
    std::u32string letters;
    for (const char c : name) letters += static_cast<char32_t>(static_cast<unsigned char>(c));
    return letters;
}

}  // namespace

std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string_view>& names) {
    constexpr std::size_t longest = 100;
    if (name.size() > longest) return std::nullopt;
    std::optional<std::string> nearest;
    std::size_t max_distance = std::max<std::size_t>(2, name.size() / 3);
    const std::u32string letters = letters_of(name);
    for (const std::string_view each : names) {
        const std::size_t value = strings::edit_distance(letters, letters_of(each), max_distance);
        if (value > max_distance || (nearest && value == max_distance)) continue;
        max_distance = value;
        nearest = std::string(each);
    }
    return nearest;
}

}  // namespace broadsheet::press
