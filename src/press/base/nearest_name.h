// What a mistyped name was likely meant to be.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// The nearest of `names` by edit distance; nothing where none is near.
std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string_view>& names);

}  // namespace broadsheet::press
