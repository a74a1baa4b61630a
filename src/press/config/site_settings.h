// Every key that site.toml may hold, a row each: its type, bounds, default, meaning and the member
// of SiteConfig that it sets. The parser, the manual and the README's list are made from these
// rows, so a new key is a row here, its member, and its use.
#pragma once

#include <string>
#include <vector>

#include "press/config/setting_reader.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

const std::vector<Setting<SiteConfig>>& site_settings();

// What the manual says about each, in order.
std::vector<SettingText> setting_texts();

std::string settings_markdown();  // a table, for the README
std::string settings_manual();    // plain lines, for the manual page

}  // namespace broadsheet::press
