// Writes all files of a site: pages, feeds, bundle, search index, pictures, the reader and files
// for hosts.
#pragma once

#include <filesystem>
#include <vector>

#include "press/base/mapped_files.h"
#include "press/load/loaded_site.h"
#include "press/output/build.h"
#include "press/output/output_folder.h"
#include "press/output/output_memory.h"
#include "press/output/part_files.h"
#include "press/pages/host_files.h"

namespace broadsheet::press {

// The parameters of write_site().
struct WriteOptions {
    Pages pages = Pages::all;  // never `automatic`
    int jobs = 1;
    Progress* progress = nullptr;        // may be null
    SpillFile* spill = nullptr;          // where bytes wait until they are needed; null: in memory
    model::Date now;                     // determines the articles of the news sitemap
    std::filesystem::path program;       // folder of the reader's files; empty: the built-in files
    std::filesystem::path known_runs;    // cache file of the search index; empty: none
    const PartFiles* parts = nullptr;    // of a join: files that are there; null: none
    std::vector<EditionLines> editions;  // of the language editions written before the usual one
};

// The result of write_site().
struct WriteReport {
    int pages = 0;
    Diagnostics diagnostics;
};

// Writes the site and takes the bodies out of its entries. Keeps files that, according to `memory`,
// have the same input as before. Errors of the output folder are in `out.error()`.
WriteReport write_site(LoadedSite& site, const WriteOptions& options, OutputMemory& memory,
                       OutputFolder& out);

}  // namespace broadsheet::press
