// The small files around a site's pages.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::press {

// The policy that the whole site works under (features H4).
std::string content_security_policy(const std::vector<std::string>& frame_sources = {});

// `_headers` of hosts that read one: the policy, and how long files may be kept.
std::string headers_file(std::string_view base_path, const std::vector<std::string>& frame_sources);

std::string robots_file(std::string_view base_url);

// `_redirects` of hosts that read one: the addresses that articles had before, and those where
// WordPress has its feeds. `feeds_of_lists`: not only the site has one.
std::string redirects_file(const model::Publication& publication, std::string_view base_path,
                           bool feeds_of_lists);

// A page that leads to another address.
std::string redirect_page(std::string_view target, std::string_view base_url,
                          std::string_view base_path);

}  // namespace broadsheet::press
