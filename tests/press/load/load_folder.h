// Loads a folder as a site, at a fixed time.
#pragma once

#include <string>

#include "press/load/site_loader.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

inline LoadedSite load(const test::ScratchFolder& folder) {
    LoadOptions options;
    options.content = folder.path();
    options.filter.now = *model::parse_date("2026-01-01");
    return load_site(options);
}

// All messages about the site.
inline std::string said(const LoadedSite& site) {
    std::string all;
    for (const Diagnostic& each : site.diagnostics) all += format_diagnostic(each);
    return all;
}

}  // namespace broadsheet::press
