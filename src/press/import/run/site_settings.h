// The settings of an imported site.
#pragma once

#include <string>

#include "press/import/items/import_report.h"
#include "press/import/items/imported_site.h"
#include "press/import/items/media_library.h"

namespace broadsheet::press {

// The text of site.toml. Names in the report what it has no place for.
std::string site_settings(const ImportedSite& site, MediaLibrary& media, ImportReport& report);

}  // namespace broadsheet::press
