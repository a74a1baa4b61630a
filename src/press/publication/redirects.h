// Redirects from the old addresses of articles to their current ones.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/articles/site_index.h"
#include "press/base/diagnostic.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// Adds a redirect for each alias in front matter and for each old address of redirects.toml. An
// alias that is already the path of an entry or of one of `assets`, or an alias of another article,
// is an error; such an old address is left out with a warning, and so is one of either kind at one
// of `overviews`. Capital letters make no difference. REQUIRES: `publication` has its taxonomies
// and the entries of all articles, term pages and overviews.
void make_redirects(const std::vector<Article>& articles,
                    const std::vector<OldAddress>& old_addresses, const SiteConfig& config,
                    const std::vector<Asset>& assets, const std::set<model::Path>& overviews,
                    model::Publication& publication, Diagnostics& diagnostics);

// Leads from a folder, in which the usual edition was, to the same page at the root: for each
// entry, for each redirect so far, and for the front page. Does nothing if `folder` is empty.
void redirect_old_folder(const std::string& folder, model::Publication& publication);

// Adds a redirect to a path or URL where nothing else of the site stands.
void redirect_if_free(model::Publication& publication, const model::Path& from,
                      const std::string& to);

}  // namespace broadsheet::press
