// Paths of lists and dates, and how paths stand in URLs.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::addresses {

// Percent-encodes a path for use in a URL (RFC 3986 unreserved, sub-delims, ':', '@', '/' kept).
std::string encode_path(std::string_view path);

// Reverses it; malformed escapes stay as they are.
std::string decode_path(std::string_view path);

model::Path year_path(int year);              // "/2025/"
model::Path month_path(int year, int month);  // "/2025/07/"
model::Path day_path(model::Day day);         // "/2025/07/14/"
// "/tag/x/" + page 3 → "/tag/x/page/3/"; page 1 is the list's own path.
model::Path paged_path(std::string_view list, int page);

}  // namespace broadsheet::addresses
