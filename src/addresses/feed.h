// The URLs of feeds.
#pragma once

#include "model/publication.h"

namespace broadsheet::addresses {

// True for lists that have a feed. Lists by date have none, because the front page's feed contains
// their new articles.
bool has_feed(model::ListKind kind);
// The path of a list's feed: "/tag/x/feed.xml" for "/tag/x/".
model::Path feed_path(const model::Path& list);
// True for lists with Atom and JSON feeds. Every list with a feed has RSS, but tags and terms have
// only RSS, because a site may have very many.
bool has_all_feeds(const model::Site& site, model::ListKind kind);
// The paths of these feeds for the list at `list`.
model::Path atom_path(const model::Path& list);  // "/category/asia/atom.xml"
model::Path json_path(const model::Path& list);  // "/category/asia/feed.json"

}  // namespace broadsheet::addresses
