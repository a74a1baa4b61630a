// The lists of a site that its other language editions have too, under the same names: categories,
// tags, authors and terms of custom taxonomies, and the pages that name all of these.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// What another edition publishes.
struct OtherEdition {
    std::size_t edition = 0;  // index in SiteConfig::editions
    const SiteConfig* config = nullptr;
    std::vector<const Article*> articles;
};

// Sets the translations of the lists that others have, including the list itself, in the order of
// the editions. `generator` is that of the folder. REQUIRES: `publication` has the pages that name
// its terms.
void add_list_translations(model::Publication& publication, std::size_t own_edition,
                           Generator generator, const std::vector<OtherEdition>& others);

}  // namespace broadsheet::press
