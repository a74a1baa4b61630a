// Menus of block themes: texts of blocks, which become the records that older menus are made of.
#pragma once

#include <vector>

#include "press/import/exports/import_record.h"

namespace broadsheet::press {

// The entries of a published item of the type "wp_navigation", as items of the type
// "nav_menu_item". Their numbers are larger than any in a database.
std::vector<ImportRecord> navigation_entries(const ImportRecord& item);

}  // namespace broadsheet::press
