// The files in which a site's folder says what it is, of whichever tool: their names, in one table.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "press/base/generator.h"
#include "press/values/source.h"

namespace broadsheet::press {

struct ConfigFile {
    std::string name;  // relative to the site's folder
    Dialect dialect = Dialect::toml;
    Generator generator = Generator::plain;  // whose file it is
};

// One of these says what the site is; the first that is there counts.
const std::vector<ConfigFile>& config_files();

// Hugo's configuration in several files, "config/_default/hugo.toml" and so on, each with the table
// that it holds: "" for the whole.
const std::vector<std::pair<ConfigFile, std::string_view>>& config_folder_files();

// Where Jekyll and Hugo keep what they know of authors; the first that is there counts.
const std::vector<ConfigFile>& author_files();

// True where a file of config_files() or config_folder_files() is in `folder`.
bool is_site_folder(const std::filesystem::path& folder);

// The names and bytes of all that are there, one after another: the same where none changed.
std::string text_of_config_files(const std::filesystem::path& folder);

}  // namespace broadsheet::press
