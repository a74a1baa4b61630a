// Paths of the pages that list the parts of a site.
#pragma once

#include <algorithm>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::addresses {

inline constexpr std::string_view archive_path = "/archive/";  // all years and months
inline constexpr std::string_view categories_path = "/categories/";
inline constexpr std::string_view tags_path = "/tags/";

inline bool is_overview_path(std::string_view path) {
    return path == archive_path || path == categories_path || path == tags_path;
}

// With the pages that list the terms of custom taxonomies ("/series/"): those of Site.
inline bool is_overview_path(std::string_view path,
                             const std::vector<model::TermReference>& taxonomies) {
    return is_overview_path(path) ||
           std::any_of(taxonomies.begin(), taxonomies.end(),
                       [path](const model::TermReference& each) { return each.path == path; });
}

}  // namespace broadsheet::addresses
