// What stands around a site's articles: the style sheet, the reader's program, copied files, and
// what hosts ask for.
#pragma once

#include <filesystem>

#include "page/page.h"
#include "press/site_loader.h"
#include "press/site_output.h"

namespace broadsheet::press {

// Writes the style sheet and the reader, and tells how pages refer to them. `program`: folder of
// the reader's files; empty: those in this tool.
page::HtmlOptions write_looks(const LoadedSite& site, const std::filesystem::path& program,
                              SiteOutput& out, Diagnostics& problems);

// The files that are copied as they are.
Diagnostics write_assets(const LoadedSite& site, int jobs, SiteOutput& out);

void write_small_files(const LoadedSite& site, SiteOutput& out);

}  // namespace broadsheet::press
