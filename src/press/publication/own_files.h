// The files that a build generates, by name, so that an author's files and aliases do not collide
// with them.
#pragma once

#include "model/publication.h"

namespace broadsheet::press {

// True if the site has a generated file at `path`: a page, list, feed, sitemap, part of the bundle
// or the search page. `path` is that of a file ("/a/index.html", "/feed.xml") or of a page ("/a/").
// Files that an author may bring along, such as robots.txt and 404.html, do not count.
bool is_generated(const model::Publication& publication, const model::Path& path);

// True for the files that a build generates only if the author has none, and for those to which it
// adds its own lines: robots.txt, 404.html, _headers and so on.
bool may_be_replaced(const model::Path& path);

}  // namespace broadsheet::press
