// Where the feed of a list is.
#pragma once

#include "model/publication.h"

namespace broadsheet::addresses {

// Lists by date have no feed: the front page's feed has their news.
bool has_feed(model::ListKind kind);
// "/tag/x/feed.xml" of "/tag/x/".
model::Path feed_path(const model::Path& list);

}  // namespace broadsheet::addresses
