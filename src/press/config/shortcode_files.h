// Reads the shortcodes of a site and of its themes.
#pragma once

#include <filesystem>

#include "press/config/content_folder.h"

namespace broadsheet::press {

// Fills `content.shortcodes` from where the site's generator keeps them. A site's own come before
// those of its themes. Files that cannot be read are reported. REQUIRES: the generator is known.
void load_shortcodes(ContentFolder& content, const std::filesystem::path& folder);

}  // namespace broadsheet::press
