// Reads the configuration of a site: the file that says which generator the folder was written for,
// and the files of authors and old addresses.
#pragma once

#include <filesystem>
#include <initializer_list>

#include "press/config/content_folder.h"

namespace broadsheet::press {

// Reads the configuration in `folder` into `content`, of the edition in `language`; empty: the
// usual one. What is wrong with it becomes diagnostics.
void load_configuration(ContentFolder& content, const std::filesystem::path& folder,
                        const std::string& language);

// Where the site's configuration names a value, preferably of one of the keys; only its path if it
// cannot be found.
Diagnostic place_in_config(const std::filesystem::path& folder, const SiteInput& input,
                           const std::string& value,
                           std::initializer_list<std::string_view> keys = {});

// Finds the time zone that the configuration names.
void read_time_zone(ContentFolder& content, const std::filesystem::path& folder);

// Reads redirects.toml, if there is one.
void load_old_addresses(ContentFolder& content, const std::filesystem::path& folder);

}  // namespace broadsheet::press
