// By what a site sorts its articles beside categories, tags and authors: fields of its own, such as
// `series`. Each has a page of all its terms, "/series/", and below it a list for each of them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// Categories, tags and authors by whichever of their names: each site has them.
bool is_usual_taxonomy(std::string_view field);

// False for names whose addresses belong to something else, and for those that make no address.
bool can_be_taxonomy(std::string_view field);

// Each address once.
void add_taxonomy(const std::string& field, SiteConfig& config);

model::Path taxonomy_path(std::string_view field);
model::Path term_path(std::string_view field, std::string_view name);

// True for "/series/", where the site sorts by series.
bool is_taxonomy_path(std::string_view path, const SiteConfig& config);

// Those of the site, each by its field's name ("Series") and the path of its page.
std::vector<model::TermReference> taxonomies_of(const SiteConfig& config);

}  // namespace broadsheet::press
