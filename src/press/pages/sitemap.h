// Sitemaps for search engines, as https://www.sitemaps.org/protocol.html defines them.
#pragma once

#include <string>
#include <vector>

#include "model/publication.h"

namespace broadsheet::press {

// A sitemap or an index of sitemaps.
struct SitemapFile {
    std::string name;
    std::string bytes;
};

// The limits of one file. The defaults are those of the protocol; only tests use others.
struct SitemapLimits {
    std::size_t addresses = 50'000;
    std::size_t bytes = 50'000'000;
};

// One sitemap, or several with an index if the limits require it. Empty if the site has no base
// URL.
std::vector<SitemapFile> sitemap_files(const model::Publication& publication,
                                       SitemapLimits limits = {});

// Google's news sitemap: at most 1,000 articles of the two days before `now`, newest first.
std::string news_sitemap(const model::Publication& publication, const model::Date& now);

}  // namespace broadsheet::press
