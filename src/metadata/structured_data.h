// Structured data for search engines: JSON-LD as Google documents it.
#pragma once

#include <string>

#include "metadata/page_head.h"

namespace broadsheet::metadata {

// The JSON-LD of a page, safe to embed in a <script> element. Empty for pages without structured
// data. REQUIRES: the site has a base URL.
std::string structured_data(const model::Publication& publication, const addresses::Route& route,
                            const page::Page& page);

}  // namespace broadsheet::metadata
