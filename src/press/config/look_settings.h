// The table [look]: colours, fonts and places of the theme, and typefaces of the site's own.
#pragma once

#include "press/config/setting_reader.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

Setting<SiteConfig> look_setting();  // [look] and [[look.fonts]]

}  // namespace broadsheet::press
