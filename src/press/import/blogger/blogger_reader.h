// Reads the backups of Blogger: Atom feeds of posts, pages, comments and settings, in the form of
// 2010 and in that of Google Takeout.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "press/import/items/import_source.h"

namespace broadsheet::press {

// See ImportSource::read.
Diagnostics read_blogger(const std::filesystem::path& path, const std::string& url,
                         const VisitRecord& visit);

// HTML whose paragraphs are often <div>s, or two <br>s.
ImportedText read_blogger_text(std::string_view content, const TextContext& context);

// The lists of labels, the months, and the feeds.
void add_blogger_addresses(const ImportedSite& site, const ItemConverter& items, OldAddresses& all);

// True for pictures on Blogger's hosts.
bool is_blogger_media(std::string_view address);
// "…/s0/lake.jpg" for "…/s320/lake.jpg"; empty for other names.
std::string blogger_original(const std::string& address);

}  // namespace broadsheet::press
