// The files of the site's typefaces, and what pages say of them.
#pragma once

#include <string>

#include "press/base/site_output.h"
#include "press/load/loaded_site.h"
#include "theme/theme.h"

namespace broadsheet::press {

// What the style sheet and the pages of a site with typefaces of its own need.
struct FontFiles {
    std::string rules;  // @font-face rules, before those of the theme
    std::string head;   // <link> elements: fonts that the first lines of a page use
};

// Publishes the fonts beside the style sheet, under names with a hash of their contents, and puts
// installed fonts that stand in for them into the theme's font lists.
FontFiles write_fonts(const LoadedSite& site, theme::Theme& theme, SiteOutput& out);

}  // namespace broadsheet::press
