// The additional checks of `broadsheet check`, which a build does not make: broken links and
// fragments, pictures without alternative text, tags that differ only in letter case, future dates,
// long descriptions, and author names that look misspelt.
#pragma once

#include <set>
#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/articles/site_index.h"
#include "press/load/configured_targets.h"

namespace broadsheet::press {

// The input of check_site(). The references must stay valid during the call.
struct CheckedSite {
    const std::vector<Article>& articles;  // with their texts; the bodies are not used
    const model::Publication& publication;
    const std::vector<Asset>& assets;
    PublishFilter filter;
    const std::vector<std::string>& ignored_prefixes;  // see CheckConfig
    const std::vector<AuthorConfig>& authors;
    // Articles of other language editions, and the front pages of these, by the paths that lead
    // there.
    const std::set<model::Path>& elsewhere;
    const std::vector<model::Path>& editions;
    const std::vector<ConfiguredLink>& links;  // of the configuration
};

// Returns only problems that a build does not report. Broken links and fragments within the site
// are errors; everything else is a warning or a note.
Diagnostics check_site(const CheckedSite& site);

// Warnings about links of the configuration that lead to no page. A build makes them too.
Diagnostics check_configuration(const CheckedSite& site);

}  // namespace broadsheet::press
