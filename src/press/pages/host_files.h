// The small text files of a site: _headers, _redirects, robots.txt and redirect pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "page/page.h"

namespace broadsheet::press {

// The content security policy of the whole site, for a header.
std::string policy_header(const page::PolicySources& sources = {});

// What a language edition adds to the files that only the site's root has.
struct EditionLines {
    std::string base_path;  // of the edition: "/news/de/"
    std::string base_url;
    page::PolicySources sources;
    std::string redirects;  // lines of `_redirects`
};

// What either of two policies allows. Two policies for one page would allow only what both do, so
// the editions of a site have one.
page::PolicySources merged_sources(page::PolicySources sources, const page::PolicySources& more);

// `_headers` for hosts that support it: the content security policy, media types and caching times.
std::string headers_file(std::string_view base_path, const page::PolicySources& sources,
                         const std::vector<EditionLines>& editions = {});

// robots.txt. It names the sitemaps if the site's URL is known. `base_urls` are those of the site
// and of its editions.
std::string robots_file(const std::vector<std::string>& base_urls);

// An author's robots.txt, with the sitemaps added unless it names its own.
std::string with_sitemaps(std::string robots, const std::vector<std::string>& base_urls);

// `_redirects` for hosts that support it: the old paths of articles, and the paths of WordPress
// feeds.
std::string redirects_file(const model::Publication& publication, std::string_view base_path);

// An HTML page that redirects to `target`.
std::string redirect_page(std::string_view target, std::string_view base_url,
                          std::string_view base_path);

}  // namespace broadsheet::press
