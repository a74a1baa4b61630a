// The lists of all items of a type, such as /recipes/ of a WordPress with recipes, to which a menu
// leads. Here they are pages with links.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "press/import/exports/import_record.h"

namespace broadsheet::press {

struct ImportedSite;

struct TypeArchive {
    std::string title;
    // Titles and paths of the items.
    std::vector<std::pair<std::string, std::string>> items;
};

// The folder that all published items of a type are in, "/recipes/"; empty if there is none, or if
// an item has that path itself.
std::string folder_of_type(const std::vector<ItemNumber>& items,
                           const std::map<ItemNumber, std::string>& paths);

// The page of a list, as a file of the site.
std::string archive_page(const TypeArchive& archive);

}  // namespace broadsheet::press
