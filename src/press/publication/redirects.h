// Old addresses of articles, which lead to the new ones.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/base/diagnostic.h"

namespace broadsheet::press {

// Adds a redirect for each alias. An alias that is already an address is an error.
// REQUIRES: `publication` has its taxonomies, and the entries of all articles.
void make_redirects(const std::vector<Article>& articles, model::Publication& publication,
                    Diagnostics& diagnostics);

}  // namespace broadsheet::press
