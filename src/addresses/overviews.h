// Paths of the pages that list the parts of a site.
#pragma once

#include <string_view>

namespace broadsheet::addresses {

inline constexpr std::string_view archive_path = "/archive/";  // all years and months
inline constexpr std::string_view categories_path = "/categories/";
inline constexpr std::string_view tags_path = "/tags/";

inline bool is_overview_path(std::string_view path) {
    return path == archive_path || path == categories_path || path == tags_path;
}

}  // namespace broadsheet::addresses
