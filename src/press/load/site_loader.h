// Loads a folder of content as a publication.
#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "press/articles/article.h"
#include "press/base/mapped_files.h"
#include "press/base/progress.h"
#include "press/base/site_input.h"
#include "press/load/loaded_site.h"

namespace broadsheet::press {

// The parameters of loading a site.
struct LoadOptions {
    const SiteInput* input = &disk_input();
    std::filesystem::path content;
    std::filesystem::path excluded;  // a folder within it that is skipped: the output folder
    std::string base_url;            // overrides the site's configuration; empty: as configured
    std::string language;            // code of the edition that is read; empty: the usual one
    PublishFilter filter;
    int jobs = 1;                  // threads
    Progress* progress = nullptr;  // may be null
    bool check = false;            // also runs check_site
    bool list_sources = false;     // fills LoadedSite::sources
    bool pack = false;             // keeps bodies and related articles in LoadedSite::store
    SpillFile* spill = nullptr;    // where packed bodies go; null: they stay in memory
    bool once = false;             // the site is read only once; requires `pack`
    std::filesystem::path
        kept;  // with `once`: cache file with the state of the last time; may be empty
};

// Loads a site once. Errors are in `diagnostics` of the result.
LoadedSite load_site(const LoadOptions& options);

// What a command says about a site in all its languages.
struct SiteSummary {
    int articles = 0;
    Diagnostics diagnostics;           // sorted
    std::vector<SourceEntry> sources;  // sorted by file; only if LoadOptions::list_sources is set
};

// Loads the language editions of a site one after the other.
SiteSummary load_editions(LoadOptions options);

}  // namespace broadsheet::press
