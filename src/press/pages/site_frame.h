// What stands around a site's articles: the style sheet, the reader's program, copied files, and
// what hosts ask for.
#pragma once

#include <filesystem>
#include <string>

#include "page/page.h"
#include "press/base/site_output.h"
#include "press/load/site_loader.h"

namespace broadsheet::press {

struct SiteLooks {
    page::HtmlOptions html;
    std::string logo;  // path of the largest icon; empty: none
};

// Writes the style sheet, the reader and the icons, and tells how pages refer to them. `program`:
// folder of the reader's files; empty: those in this tool.
SiteLooks write_looks(const LoadedSite& site, const std::filesystem::path& program, SiteOutput& out,
                      Diagnostics& problems);

// The files that are copied as they are.
Diagnostics write_assets(const LoadedSite& site, int jobs, SiteOutput& out);

// `now`: what is news as of then. `feeds_of_lists`: not only the site has one.
void write_small_files(const LoadedSite& site, const model::Date& now, bool feeds_of_lists,
                       SiteOutput& out);

}  // namespace broadsheet::press
