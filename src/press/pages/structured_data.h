// JSON-LD for search engines, as Google documents it.
#pragma once

#include <string>

#include "press/pages/page_head.h"

namespace broadsheet::press {

// REQUIRES: the site knows its address. Empty where there is nothing to say.
std::string structured_data(const HeadContext& context, const addresses::Route& route,
                            const page::Page& page);

}  // namespace broadsheet::press
