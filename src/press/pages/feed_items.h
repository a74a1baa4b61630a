// The data of a list and its newest articles that all three feed formats share.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/page.h"
#include "press/pages/feed.h"

namespace broadsheet::press {

// An article in a feed.
struct FeedItem {
    const model::ArticleSummary& article;
    const model::Entry* entry;  // null if the publication has no entry for the article
    std::string address;        // URL, see rss_feed()
    std::string identifier;     // the entry's GUID if that is a URI, else a tag URI (RFC 4151);
                                // empty if the site has no base URL either
    std::string summary;        // plain text
    std::string content;        // HTML with absolute URLs; empty unless FeedConfig::full
    std::optional<model::Date> published;
    std::optional<model::Date> modified;  // `published` if there is no later change
};

// The data of the feed itself.
struct FeedHead {
    std::string title;
    std::string description;
    std::string identifier;  // a tag URI, as of an item
    std::optional<model::Date> modified;
};

// Appends the beginning of an item of RSS: the start tag, title, link, identifier and date.
void append_item_start(std::string& out, const FeedItem& item);
// Appends the element that names a recording to an item of RSS.
void append_enclosure(std::string& out, const FeedSource& source, const model::Episode& episode);
// The URL of a path of the site, see rss_feed().
std::string feed_address(const FeedSource& source, const std::string& path);
// The feed's own data. `modified` is the latest change of `items`.
FeedHead feed_head(const FeedSource& source, const std::vector<FeedItem>& items);
// The newest articles of the list, at most FeedConfig::limit.
std::vector<FeedItem> feed_items(const FeedSource& source);

}  // namespace broadsheet::press
