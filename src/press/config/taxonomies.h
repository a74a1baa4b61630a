// Custom taxonomies: front matter fields, such as `series`, by which a site groups its articles
// besides categories, tags and authors. A taxonomy has a page with all its terms, "/series/", and a
// list page for each term below it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// Each level of a category is a list with an address that contains those above it.
inline constexpr std::size_t deepest_category = 20;

// True for the names of categories, tags and authors, which every site has.
bool is_built_in_taxonomy(std::string_view field);

// False for names whose path is reserved, and for names that give no path.
bool can_be_taxonomy(std::string_view field);

// Adds a custom taxonomy, unless the site already has one with the same path.
void add_taxonomy(const std::string& field, SiteConfig& config);

// The paths of a taxonomy's page, "/series/", and of one of its terms, "/series/name/".
model::Path taxonomy_path(std::string_view field);
model::Path term_path(std::string_view field, std::string_view name);

// True for the path of a custom taxonomy of the site.
bool is_taxonomy_path(std::string_view path, const SiteConfig& config);

// All custom taxonomies of the site, with display name ("Series") and path.
std::vector<model::TermReference> taxonomies_of(const SiteConfig& config);

}  // namespace broadsheet::press
