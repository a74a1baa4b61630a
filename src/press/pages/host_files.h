// The small text files of a site: _headers, _redirects, robots.txt and redirect pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::press {

// The content security policy of the whole site. `frame_sources` are the origins of allowed frames.
std::string content_security_policy(const std::vector<std::string>& frame_sources = {});

// `_headers` for hosts that support it: the content security policy, media types and caching times.
std::string headers_file(std::string_view base_path, const std::vector<std::string>& frame_sources);

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
