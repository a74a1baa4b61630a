// What a link or picture in a text points to, as written.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::press {

// `path` without "." and ".."; what would lead above the root stays at the root.
std::string normalise_path(std::string_view path);

// True for "https://…", "mailto:…", "//host/…".
bool is_absolute_url(std::string_view target);

// A file's path as a link target: '%', '#' and '?' in names are escaped.
std::string target_of_file(const model::Path& path);

}  // namespace broadsheet::press
