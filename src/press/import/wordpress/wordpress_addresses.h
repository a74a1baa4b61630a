// The addresses of WordPress sites that no article has.
#pragma once

#include <string>

#include "press/import/items/import_source.h"

namespace broadsheet::press {

// Categories, authors and items by number, the pages of pictures, and the feed.
void add_wordpress_addresses(const ImportedSite& site, const ItemConverter& items,
                             OldAddresses& all);

// "…/photo.jpg" for "…/photo-300x200.jpg"; empty for other names.
std::string wordpress_original(const std::string& address);

// "https://paper.example/photo.jpg" for "https://i0.wp.com/paper.example/photo.jpg?w=300", as
// Jetpack delivers pictures, and files of wordpress.com without their size; others as they are.
std::string undelivered_by_jetpack(const std::string& address);

// The path of an article for the further addresses that WordPress has for it: "/lake/amp/",
// "/lake/feed/", "/lake/trackback/", "/lake/comment-page-2/#comment-7",
// "/lake/?replytocom=7#respond",
// "/index.php/lake/", and those that campaigns count by. Others as they are.
std::string plain_wordpress_path(const std::string& path);

}  // namespace broadsheet::press
