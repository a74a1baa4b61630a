// What a build lets pass and readers would stumble over (features A8): broken links and fragments,
// pictures without alternative text, tags that differ only by case, dates to come, long
// descriptions.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/articles/site_index.h"

namespace broadsheet::press {

struct CheckedSite {
    const std::vector<Article>& articles;  // with their texts; their bodies may be gone
    const model::Publication& publication;
    const std::vector<Asset>& assets;
    PublishFilter filter;
    const std::vector<std::string>& ignored_prefixes;  // of CheckConfig
    const std::vector<AuthorConfig>& authors;
};

// Warnings and notes beyond those that every build gives; a link of a page to itself that leads
// nowhere is an error, as is one to an address that the site does not have.
Diagnostics check_site(const CheckedSite& site);

}  // namespace broadsheet::press
