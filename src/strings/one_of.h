// Short lists of names.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <string_view>

namespace broadsheet::strings {

template <std::size_t size>
bool is_one_of(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace broadsheet::strings
