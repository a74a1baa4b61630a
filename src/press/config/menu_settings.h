// The settings of menus and of authors, who both have lists of links.
#pragma once

#include "press/config/setting_reader.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

Setting<SiteConfig> menus_setting();    // [menu]
Setting<SiteConfig> authors_setting();  // [authors.ID]

}  // namespace broadsheet::press
