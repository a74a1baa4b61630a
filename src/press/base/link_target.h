// The targets of links and pictures, as written in a text.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::press {

// Resolves "." and ".." segments. A path that would lead above the root stays at the root.
std::string normalise_path(std::string_view path);

// True for targets with a scheme or a host: "https://…", "mailto:…", "//host/…".
bool is_absolute_url(std::string_view target);

// Converts a file's path to a link target: percent-encodes '%', '#' and '?'.
std::string target_of_file(const model::Path& path);

// The path of a base URL, with '/' at its end: "/news/" for "https://example.org/news" and for
// "/news". "/" if the URL has no path.
std::string base_path_of(std::string_view base_url);

}  // namespace broadsheet::press
