// `broadsheet import`: another system's export becomes a folder that `build` takes.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "press/import/items/import_report.h"
#include "press/import/items/import_source.h"
#include "press/import/run/media_fetcher.h"

namespace broadsheet::press {

struct ImportOptions {
    const ImportSource* source = nullptr;        // the system
    std::vector<std::filesystem::path> exports;  // the parts of one export
    std::filesystem::path out;
    std::filesystem::path uploads;  // a copy of the old site's media; may be empty
    std::string url;                // of the old site, if the export does not say it
    bool fetch = false;             // fetch media from the old site
    FetchOptions fetching;
    Progress* progress = nullptr;  // may be null
    int jobs = 1;
};

// Imports an export. If there are errors, nothing is written. Files that the author changed since
// the last import are not changed: the new text is written beside, as NAME.new.
ImportReport import_site(const ImportOptions& options);

}  // namespace broadsheet::press
