// Structured data for search engines: JSON-LD as Google documents it.
#pragma once

#include <string>

#include "metadata/page_head.h"

namespace broadsheet::metadata {

// The URL of a path of the site, which starts with the site's base URL. URLs stay as they are.
std::string absolute_url(const model::Site& site, std::string_view path);

// The JSON-LD of a page, safe to embed in a <script> element. Empty for pages without structured
// data. `entry` is that of the route, or null. REQUIRES: the site has a base URL.
std::string structured_data(const model::Publication& publication, const addresses::Route& route,
                            const model::Entry* entry, const page::Page& page);

}  // namespace broadsheet::metadata
