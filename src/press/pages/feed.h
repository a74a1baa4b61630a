// Feeds with the newest articles of a list: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.
#pragma once

#include <string>

#include "model/publication.h"
#include "press/config/site_config.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

// The list to make a feed of. The references must stay valid while the feed is made.
struct FeedSource {
    const model::Publication& publication;
    const model::List& list;
    std::string base_path;  // path of the site on its host; ends with '/'
    FeedConfig settings;
    const EntryStore* store = nullptr;  // holds the bodies that the publication lacks; may be null
};

// URLs are absolute if the site has a base URL. Otherwise they are paths that start with the base
// path.
std::string rss_feed(const FeedSource& source);

// Atom and JSON feeds. REQUIRES: the site has a base URL. Atom feeds omit articles without a date,
// because Atom requires one.
std::string atom_feed(const FeedSource& source);
std::string json_feed(const FeedSource& source);

// True for lists with Atom and JSON feeds. Every list with a feed has RSS, but tags and terms have
// only RSS, because a site may have very many.
bool has_all_feeds(const model::Site& site, model::ListKind kind);
// The paths of the feeds of the list at `list`.
model::Path atom_path(const model::Path& list);  // "/category/asia/atom.xml"
model::Path json_path(const model::Path& list);  // "/category/asia/feed.json"

}  // namespace broadsheet::press
