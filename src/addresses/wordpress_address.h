// The addresses of WordPress sites that differ from those here.
#pragma once

#include <string_view>

#include "model/publication.h"

namespace broadsheet::addresses {

// How the paths of old addresses with a query begin: "/?p=12". Such an entry is a redirect without
// a page of its own, because hosts take the query for no part of a file's name.
inline constexpr std::string_view query_path_start = "/?";
inline bool is_query_path(std::string_view path) { return path.starts_with(query_path_start); }

// The path here for a path of WordPress, decoded except for its query:
//
//   /?p=12, /?page_id=12, /?attachment_id=12   /?p=12   the path of a redirect, if there is one
//   /?cat=3, /?author=4, /?category_name=x     the same, likewise
//   /?category_name=x/y                        /category/x/y/
//   /?tag=x, /?author_name=x, /?pagename=x     /tag/x/, /author/x/, /x/
//   /?m=202507, /?s=words, /?paged=2           /2025/07/, /search/?q=words, /page/2/
//   /tag/x/feed/                               /tag/x/feed.xml
//
// Other paths are returned as they are. A query without meaning is left out.
model::Path wordpress_path(std::string_view path);

// The path of an entry for a further one that WordPress has for it: "/lake/" for "/lake/amp/",
// "/lake/feed/", "/lake/embed/", "/lake/trackback/" and "/lake/comment-page-2/". Others as they
// are. Entries may have such paths themselves.
std::string_view path_of_owner(std::string_view path);

}  // namespace broadsheet::addresses
