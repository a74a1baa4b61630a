// Redirects from the addresses that other generators give to articles and lists where ours differ.
// All functions leave out what is taken. REQUIRES: `publication` has all its entries and lists, and
// the redirects that authors chose.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/config/content_folder.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// Of posts of Jekyll where the site sets no permalink: "/news/2024/02/06/name.html". Of pages,
// unless it ends with a slash: "/about.html".
void redirect_jekyll_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                               model::Publication& publication);

// Of pages of Hugo's sections with ugly addresses: "/about.html".
void redirect_ugly_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                             model::Publication& publication);

// Of articles in folders, where the site sets no permalink, as Hugo and Zola have them:
// "/posts/name/".
void redirect_folder_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                               model::Publication& publication);

// Of Hugo's and Zola's lists of sections ("/posts/"), which lead to the category of that name, to
// the front page if most articles are in the section, or to the archive; and of their lists of
// terms ("/tags/x/", "/categories/x/").
void redirect_list_addresses(const std::vector<Article>& articles, const SiteConfig& config,
                             model::Publication& publication);

// Of Hugo's lists of terms by the names in articles, which may differ from the titles of the lists:
// "/tags/x/", "/authors/x/".
void redirect_term_addresses(const std::vector<Article>& articles, AddressStyle style,
                             model::Publication& publication);

// Of lists for which a Hugo site has patterns. REQUIRES: those of redirect_list_addresses are
// there.
void redirect_list_permalinks(const std::vector<Article>& articles, const SiteConfig& config,
                              model::Publication& publication);

// "/en/" leads to the front page, if the site has editions and this is the usual one.
void redirect_usual_language(const SiteConfig& config, model::Publication& publication);

// Of the aliases of sections that are no pages here. They lead to where the section's address
// leads.
void redirect_section_aliases(const std::vector<SectionAliases>& sections, const SiteConfig& config,
                              model::Publication& publication);

// Of articles whose dates were turned into the time zone of the site.
void redirect_days_as_written(const std::vector<Article>& articles, const SiteConfig& config,
                              model::Publication& publication);

}  // namespace broadsheet::press
