// What the configuration names: the pages that menus lead to, and files.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

#include "press/articles/site_index.h"
#include "press/config/content_folder.h"

namespace broadsheet::press {

// A link that the configuration has.
struct ConfiguredLink {
    std::string target;  // as pages have it
    std::string what;    // "the menu", "the author Ann"
    // Where it is, without a message. Reads the configuration again, so it is asked only of links
    // that are reported.
    std::function<Diagnostic()> place;
};

// The links of menus and authors, except those to other sites.
std::vector<ConfiguredLink> configured_links(const ContentFolder& content,
                                             const std::filesystem::path& folder,
                                             const SiteIndex& index);

// Warnings about files that the configuration names and that the site does not have: portraits of
// authors, and the picture of the podcast. Others are reported where they are read.
Diagnostics missing_files(const ContentFolder& content, const std::filesystem::path& folder,
                          const SiteIndex& index);

// Warnings about services that browsers do not reach from the site, or that count nothing.
Diagnostics service_problems(const ContentFolder& content, const std::filesystem::path& folder,
                             const std::string& base_url);

// Warnings about what podcast directories demand of a site with episodes.
Diagnostics podcast_problems(const ContentFolder& content, const model::Publication& publication);

}  // namespace broadsheet::press
