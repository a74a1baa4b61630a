// Where each article and page stands on the site (features R31).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/articles/article.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// Gives every article its path. Two of one path, and paths that belong to lists, are errors of the
// articles concerned.
void assign_addresses(std::vector<Article>& articles, const SiteConfig& config);

// The path by a pattern as in permalink.h.
model::Path path_by_permalink(std::string_view pattern, const Article& article);

std::string slug_of(const Article& article);

}  // namespace broadsheet::press
