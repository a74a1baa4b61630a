// Lists of addresses for search engines.
#pragma once

#include <string>
#include <vector>

#include "model/publication.h"

namespace broadsheet::press {

struct SitemapFile {
    std::string name;
    std::string bytes;
};

// The protocol's limits, lower only in tests.
struct SitemapLimits {
    std::size_t addresses = 50'000;
    std::size_t bytes = 50'000'000;
};

// One file, or several with an index where the limits ask for it. None where the site does not
// know its address.
std::vector<SitemapFile> sitemap_files(const model::Publication& publication,
                                       SitemapLimits limits = {});

// Google's news sitemap: the articles of the two days before `now`, newest first, at most 1,000.
std::string news_sitemap(const model::Publication& publication, const model::Date& now);

}  // namespace broadsheet::press
