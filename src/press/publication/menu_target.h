// Where the entries of menus lead.
#pragma once

#include <string>

#include "press/articles/site_index.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// The address of a menu entry, which may be the name of a page or file: "about", "about.md".
std::string menu_target(const SiteConfig& config, const SiteIndex& index, std::string target);

}  // namespace broadsheet::press
