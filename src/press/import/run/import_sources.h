// The table of the systems whose exports can be imported.
#pragma once

#include <string_view>
#include <vector>

#include "press/import/items/import_source.h"

namespace broadsheet::press {

const std::vector<ImportSource>& import_sources();
// Null if there is no such system.
const ImportSource* find_import_source(std::string_view name);

}  // namespace broadsheet::press
