#include "press/config/site_config.h"

#include "press/config/site_settings.h"

namespace broadsheet::press {

SiteConfig read_site_config(const Value& table, Diagnostics& diagnostics) {
    SettingReader reader(diagnostics);
    SiteConfig config;
    read_settings(reader, table, "site.toml", site_settings(), config);
    return config;
}

}  // namespace broadsheet::press
