// The files in which a site's folder says what it is, of whichever tool.
#pragma once

#include <filesystem>
#include <string>

namespace broadsheet::press {

// The names and bytes of all that are there, one after another: the same where none changed.
std::string text_of_config_files(const std::filesystem::path& folder);

}  // namespace broadsheet::press
