// Assigns the address of each article and page.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/articles/article.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// Sets the path of every article: its `url`, or else the site's permalink pattern (dated articles)
// or its folder and name (all others). Duplicate and reserved paths are errors of the articles
// concerned. If an article chose neither url nor slug, a reserved path is moved below /pages/ with
// a warning.
void assign_addresses(std::vector<Article>& articles, const SiteConfig& config);

// Sets the path of one article without looking at others.
void assign_address(PlacedArticle& article, const SiteConfig& config);

// An alias from the site's root: Hugo's begin beside the page unless they begin with '/'.
// REQUIRES: the article has its path.
std::string absolute_alias(const std::string& alias, const PlacedArticle& article,
                           const SiteConfig& config);

// The path that a page has in Hugo without patterns and a url of its own.
model::Path hugo_path(const SourceArticle& article, const SiteConfig& config);

// False if the article is at an address of this tool's, and elsewhere in the Hugo site.
bool follows_hugo(const SourceArticle& article, const SiteConfig& config);

// Expands a permalink pattern for an article. See permalink.h.
model::Path path_by_permalink(std::string_view pattern, const SourceArticle& article,
                              AddressStyle style = AddressStyle::slugs);

// The path that pages have, by folder and name, whatever the article is.
model::Path path_by_folder(const SourceArticle& article, const SiteConfig& config);

// The slug of an article: its `slug`, or else the name of its file or bundle folder.
std::string slug_of(const SourceArticle& article, AddressStyle style = AddressStyle::slugs);

}  // namespace broadsheet::press
