// Where each article and page stands on the site (features R31).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/article.h"
#include "press/site_config.h"

namespace broadsheet::press {

inline constexpr std::string_view usual_permalink = "/:year/:month/:day/:slug/";

// Gives every article its path. Two of one path, and paths that belong to lists, are errors of the
// articles concerned.
void assign_addresses(std::vector<Article>& articles, const SiteConfig& config);

// A path as an author writes it, in the form of the model: '/' at both ends (but none after a name
// that ends in .html), no empty segments, no "." and "..". Nothing where it cannot be a path.
std::optional<model::Path> clean_address(std::string_view text);

// The path by a pattern of ":year", ":month", ":slug" and the other names of Hugo and Jekyll.
model::Path expand_permalink(std::string_view pattern, const Article& article);

// The first ":name" of a pattern that means nothing.
std::optional<std::string> unknown_placeholder(std::string_view pattern);

// Folder by folder as slugs: "Get Involved/" → "get-involved/".
std::string slug_folders(std::string_view folder);

std::string slug_of(const Article& article);

}  // namespace broadsheet::press
