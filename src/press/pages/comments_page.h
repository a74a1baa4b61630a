// The site's page of comments, for providers that have only a script. Articles show it in a frame.
#pragma once

#include <string>
#include <string_view>

#include "press/load/loaded_site.h"

namespace broadsheet::press {

// The scripts of the page, and of the pages with the frame, among the reader's files.
inline constexpr const char* comments_frame_script = "comments-frame.js";
inline constexpr const char* comments_script = "comments.js";

// The name of the page in the site.
inline constexpr const char* comments_page_name = "live-comments/index.html";

// The page. Its policy allows the provider's server. `script` is the URL of comments_frame_script.
// REQUIRES: the site has a comment server.
std::string comments_page(const LoadedSite& site, std::string_view script);

}  // namespace broadsheet::press
