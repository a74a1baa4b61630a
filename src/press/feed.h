// RSS 2.0 feeds (features A12): the newest articles of a list.
#pragma once

#include <string>

#include "model/publication.h"

namespace broadsheet::press {

// Feeds carry at most this many articles.
inline constexpr std::size_t feed_articles = 20;

// The feed of a list. Addresses are whole where the site knows
// its own, else paths from `base_path` on.
std::string rss_feed(const model::Publication& publication, const model::List& list,
                     const std::string& base_path);

}  // namespace broadsheet::press
