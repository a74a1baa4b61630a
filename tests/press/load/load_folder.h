// Loads a folder as a site, at a fixed time.
#pragma once

#include <string>

#include "press/load/site_loader.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

inline LoadOptions options_for(const test::ScratchFolder& folder, PublishFilter filter = {}) {
    LoadOptions options;
    options.content = folder.path();
    filter.now = *model::parse_date("2026-01-01");
    options.filter = filter;
    return options;
}

inline LoadedSite load_whole(const test::ScratchFolder& folder) {
    return load_site(options_for(folder));
}

// Without the generated pages /archive/, /categories/ and /tags/, which every site has.
inline LoadedSite load(const test::ScratchFolder& folder, PublishFilter filter = {}) {
    LoadOptions options = options_for(folder, filter);
    options.jobs = 2;
    LoadedSite site = load_site(options);
    for (const model::Path& path : site.store.overviews) site.publication.entries.erase(path);
    return site;
}

// One language edition.
inline LoadedSite load_edition(const test::ScratchFolder& folder, const std::string& language) {
    LoadOptions options = options_for(folder);
    options.language = language;
    return load_site(options);
}

// All messages about the site.
inline std::string said(const LoadedSite& site) {
    std::string all;
    for (const Diagnostic& each : site.diagnostics) all += format_diagnostic(each);
    return all;
}

}  // namespace broadsheet::press
