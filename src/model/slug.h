// Addresses made from names and dates.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::model {

// Lower case; letters and digits of every script kept; Latin letters lose their diacritics
// ("Brasília" → "brasilia"); everything else becomes single hyphens, none at the ends.
// Never empty: a name without letters or digits gives "untitled".
std::string slugify(std::string_view name);

// Percent-encodes a path for use in a URL (RFC 3986 unreserved, sub-delims, ':', '@', '/' kept).
std::string encode_path(std::string_view path);

// Reverses it; malformed escapes stay as they are.
std::string decode_path(std::string_view path);

Path year_path(int year);              // "/2025/"
Path month_path(int year, int month);  // "/2025/07/"
Path day_path(Day day);                // "/2025/07/14/"
// "/tag/x/" + page 3 → "/tag/x/page/3/"; page 1 is the list's own path.
Path paged_path(std::string_view list, int page);

}  // namespace broadsheet::model
