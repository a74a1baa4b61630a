// The typefaces of the site's own: their files are found, checked and measured.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "press/articles/site_index.h"
#include "press/config/content_folder.h"
#include "theme/faces.h"

namespace broadsheet::press {

// A typeface of the site's own.
struct SiteFont {
    theme::Face face;  // its URL is that of the file in the site, such as "/fonts/a.woff2"
    std::filesystem::path location;
};

// The fonts of [[look.fonts]]. Reports missing and damaged files, families that no font list names,
// and fonts that pages wait for longer than they should. Damaged fonts are left out.
std::vector<SiteFont> site_fonts(const ContentFolder& content, const SiteIndex& index,
                                 Diagnostics& diagnostics);

}  // namespace broadsheet::press
