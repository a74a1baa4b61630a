// The names of the configuration files of all supported generators. Every list of these names in
// the program comes from here.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/base/generator.h"
#include "press/base/site_input.h"
#include "press/values/source.h"

namespace broadsheet::press {

// The configuration file of a site of no other generator.
inline constexpr const char* settings_file = "site.toml";

// A configuration file that a site may have.
struct ConfigFile {
    std::string name;  // relative to the site's folder
    Dialect dialect = Dialect::toml;
    Generator generator = Generator::plain;  // the generator that reads it
};

// The main configuration files, in order of precedence: only the first that exists is read.
const std::vector<ConfigFile>& config_files();
// True if the folder has this file. Many programs have a config.json, which is Hugo's only beside a
// folder named content and with an address.
bool has_config(const std::filesystem::path& folder, const ConfigFile& file,
                const SiteInput& input);

// A file of Hugo's configuration folder: the table that it contains, and for one language the table
// of that language.
struct ConfigPart {
    ConfigFile file;
    std::string table;     // "params"; "" for the whole configuration
    std::string language;  // "de" for "params.de.toml"
};

// The files of Hugo's configuration folders, "config/_default/" and then "config/production/",
// whose values take precedence.
std::vector<ConfigPart> config_folder_files(const std::filesystem::path& folder,
                                            const SiteInput& input = disk_input());

// The data files in which Jekyll and Hugo sites describe authors, in order of precedence.
const std::vector<ConfigFile>& author_files();

// True if `folder` has the folders `content` and `static`: a site that may lack a configuration.
bool has_site_layout(const std::filesystem::path& folder, const SiteInput& input = disk_input());

// True if `folder` contains a file of config_files() or config_folder_files(), or has_site_layout.
bool is_site_folder(const std::filesystem::path& folder, const SiteInput& input = disk_input());

// A table of old addresses and where each leads, beside the configuration.
inline constexpr std::string_view redirects_name = "redirects.toml";

// True if `name` is one of config_files(), or redirects_name.
bool is_config_file(const std::string& name);

// The names, sizes and contents of all configuration files that exist, to detect changes.
std::string text_of_config_files(const std::filesystem::path& folder,
                                 const SiteInput& input = disk_input());

}  // namespace broadsheet::press
