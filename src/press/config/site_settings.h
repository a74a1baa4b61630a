// The table of all keys of site.toml, one row for each: its type, limits, default, manual entry and
// the member of SiteConfig that it sets. The parser, the manual and docs/settings.md are made
// from it. To add a key, add a row, a member of SiteConfig and the code that uses it.
#pragma once

#include <string>
#include <vector>

#include "press/config/setting_reader.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// The table, in the order of the manual.
const std::vector<Setting<SiteConfig>>& site_settings();

// The manual entries of all settings, in order.
std::vector<SettingText> setting_texts();

std::string settings_markdown();  // the table of docs/settings.md
std::string settings_manual();    // plain lines, for the manual page

}  // namespace broadsheet::press
