// The small text files of a site: _headers, _redirects, robots.txt and redirect pages.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"
#include "page/page.h"

namespace broadsheet::press {

// The content security policy of the whole site, for a header.
std::string policy_header(const page::PolicySources& sources = {});

// `_headers` for hosts that support it: the content security policy, media types and caching times.
std::string headers_file(std::string_view base_path, const page::PolicySources& sources);

// robots.txt. It names the sitemaps if `base_url` is not empty.
std::string robots_file(std::string_view base_url);

// An author's robots.txt, with the sitemaps added unless it names its own.
std::string with_sitemaps(std::string robots, std::string_view base_url);

// `_redirects` for hosts that support it: the old paths of articles, and the paths of WordPress
// feeds.
std::string redirects_file(const model::Publication& publication, std::string_view base_path);

// An HTML page that redirects to `target`.
std::string redirect_page(std::string_view target, std::string_view base_url,
                          std::string_view base_path);

}  // namespace broadsheet::press
