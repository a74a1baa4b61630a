// Which items of WordPress sites, or which parts of their texts, plug-ins showed only to some
// people.
#pragma once

#include <string>

#include "press/import/items/import_source.h"

namespace broadsheet::press {

// See ImportSource::withheld.
std::string withheld_by_wordpress(const ImportRecord& item, const ImportedSite& site);

}  // namespace broadsheet::press
