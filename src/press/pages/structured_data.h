// Structured data for search engines: JSON-LD as Google documents it.
#pragma once

#include <string>

#include "press/pages/page_head.h"

namespace broadsheet::press {

// The JSON-LD of a page, safe to embed in a <script> element. Empty for pages without structured
// data. REQUIRES: the site has a base URL.
std::string structured_data(const HeadContext& context, const addresses::Route& route,
                            const page::Page& page);

}  // namespace broadsheet::press
