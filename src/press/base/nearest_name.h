// Suggestions for misspelt names.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// The name with the smallest edit distance to `name`, or nothing if none is within max(2, length /
// 3) edits. Names longer than 100 bytes get no suggestion.
std::optional<std::string> nearest_name(std::string_view name,
                                        const std::vector<std::string_view>& names);

}  // namespace broadsheet::press
