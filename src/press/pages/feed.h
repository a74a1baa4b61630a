// Feeds with the newest articles of a list: RSS 2.0, Atom (RFC 4287) and JSON Feed 1.1.
#pragma once

#include <string>
#include <string_view>

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

// The articles of the list that are episodes of a podcast, with the names of iTunes and Podcasting
// 2.0, for model::has_podcast. REQUIRES: the site has a base URL.
std::string podcast_feed(const FeedSource& source, const PodcastConfig& podcast);

inline constexpr std::string_view podcast_path = "/podcast.xml";

}  // namespace broadsheet::press
