// What the three kinds of feed tell of a list and its newest articles.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "page/page.h"
#include "press/pages/feed.h"

namespace broadsheet::press {

struct FeedItem {
    const model::ArticleSummary& article;
    const model::Entry* entry;  // null where the list knows more than the publication
    std::string address;
    std::string identifier;  // a tag URI (RFC 4151); empty where the site has no address
    std::string summary;     // plain text
    std::string content;     // HTML with whole addresses; empty unless wanted
    std::optional<model::Date> published;
    std::optional<model::Date> modified;  // `published` where nothing later is known
};

struct FeedHead {
    std::string title;
    std::string description;
    std::string identifier;  // as of an item
    std::optional<model::Date> modified;
};

std::string feed_address(const FeedSource& source, const std::string& path);
FeedHead feed_head(const FeedSource& source, const std::vector<FeedItem>& items);
std::vector<FeedItem> feed_items(const FeedSource& source);

}  // namespace broadsheet::press
