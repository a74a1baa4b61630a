// A publication as files: pages, bundle, pictures, the reader's program and what hosts ask for.
#pragma once

#include <filesystem>

#include "press/load/site_loader.h"
#include "press/output/build.h"
#include "press/output/output_folder.h"
#include "press/output/output_memory.h"

namespace broadsheet::press {

struct WriteOptions {
    Pages pages = Pages::all;
    int jobs = 1;
    Progress* progress = nullptr;      // may be null
    model::Date now;                   // what is news
    std::filesystem::path program;     // empty: what this tool carries
    std::filesystem::path known_runs;  // file of the cache for the search index; empty: none
};

struct WriteReport {
    int pages = 0;
    Diagnostics diagnostics;
};

// Problems with the folder itself are in `out.error()`.
// Takes the bodies of the site's entries. Files that `memory` knows to be as they would be made
// again are taken over.
WriteReport write_site(LoadedSite& site, const WriteOptions& options, OutputMemory& memory,
                       OutputFolder& out);

}  // namespace broadsheet::press
