// Feeds of a list's newest articles (features A12): RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.
#pragma once

#include <string>

#include "model/publication.h"
#include "press/config/site_config.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

struct FeedSource {
    const model::Publication& publication;
    const model::List& list;
    std::string base_path;  // where the host puts the site's root; ends with '/'
    FeedConfig settings;
    const EntryStore* store = nullptr;  // where it has the bodies that the publication lacks
};

// Addresses are whole where the site knows its own, else paths from the base path on.
std::string rss_feed(const FeedSource& source);

// REQUIRES: the site knows its address. Articles without any date are left out: Atom has no place
// for them.
std::string atom_feed(const FeedSource& source);
std::string json_feed(const FeedSource& source);

// RSS is written for every list that names a feed on its page. Tags are too many for three files
// each.
bool has_all_feeds(const model::Site& site, model::ListKind kind);
model::Path atom_path(const model::Path& list);  // "/category/asia/atom.xml"
model::Path json_path(const model::Path& list);  // "/category/asia/feed.json"

}  // namespace broadsheet::press
