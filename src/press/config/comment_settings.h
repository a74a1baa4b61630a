// The setting [comments]: how readers comment on articles.
#pragma once

#include "press/config/setting_reader.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

Setting<SiteConfig> comments_setting();  // [comments]

}  // namespace broadsheet::press
