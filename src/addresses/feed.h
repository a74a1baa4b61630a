// The URLs of feeds.
#pragma once

#include "model/publication.h"

namespace broadsheet::addresses {

// True for lists that have a feed. Lists by date have none, because the front page's feed contains
// their new articles.
bool has_feed(model::ListKind kind);
// The path of a list's feed: "/tag/x/feed.xml" for "/tag/x/".
model::Path feed_path(const model::Path& list);

}  // namespace broadsheet::addresses
