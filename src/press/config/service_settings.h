// The settings of what others provide: advertisements, and services that count views.
#pragma once

#include "press/config/setting_reader.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

Setting<SiteConfig> advertisements_setting();  // [[advertisements]]
Setting<SiteConfig> statistics_setting();      // [statistics]

// True for addresses that may be part of the policy and of scripts.
bool is_service_url(std::string_view url);

}  // namespace broadsheet::press
