// The titles that plug-ins of WordPress for search engines give to posts.
#pragma once

#include <string>

#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// The title of Yoast, Rank Math or All in One SEO, with the values of their placeholders. Empty if
// there is none, if it has an unknown placeholder, or if it is what every page has: the title, with
// or without that of the site. `title` and `site_title` are plain text.
std::string seo_title(const ImportRecord& item, const std::string& title,
                      const std::string& site_title);

}  // namespace broadsheet::press
