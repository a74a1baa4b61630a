// The setting [comments]: how readers comment on articles.
#pragma once

#include "press/config/setting_reader.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

Setting<SiteConfig> comments_setting();  // [comments]

// The frame of live comments for a site in this language. Giscus answers "not found" in a language
// that it does not have.
std::string comments_frame(std::string frame, std::string_view language);

}  // namespace broadsheet::press
