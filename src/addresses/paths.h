// Paths of lists and their encoding in URLs.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::addresses {

// The path of a site's own page for unknown addresses. Hosts look for this file.
inline constexpr std::string_view not_found_path = "/404.html";
// The page that shows what the device has kept. The browser shows it, not the reader.
inline constexpr std::string_view offline_path = "/offline/";

// Percent-encodes a path for use in a URL. Unreserved characters and sub-delims of RFC 3986, ':',
// '@' and '/' stay unchanged.
std::string encode_path(std::string_view path);

// Decodes a path. Malformed escapes stay unchanged.
std::string decode_path(std::string_view path);

model::Path year_path(int year);              // "/2025/"
model::Path month_path(int year, int month);  // "/2025/07/"
model::Path day_path(model::Day day);         // "/2025/07/14/"
// The path of a page of a list: "/tag/x/" and 3 → "/tag/x/page/3/". Page 1 has the list's own path.
model::Path paged_path(std::string_view list, int page);

}  // namespace broadsheet::addresses
