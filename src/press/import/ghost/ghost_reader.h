// Reads the exports of Ghost: JSON with a table of posts, and files of redirects.
#pragma once

#include <filesystem>
#include <string>

#include "press/import/items/import_source.h"

namespace broadsheet::press {

// See ImportSource::read. Also reads redirects.json and redirects.yaml.
Diagnostics read_ghost(const std::filesystem::path& path, const std::string& url,
                       const VisitRecord& visit);

// The feeds of the site, its tags and authors.
void add_ghost_addresses(const ImportedSite& site, const ItemConverter& items, OldAddresses& all);

// "/content/images/2024/lake.jpg" for "/content/images/size/w600/2024/lake.jpg"; empty for others.
std::string ghost_original(const std::string& address);

}  // namespace broadsheet::press
