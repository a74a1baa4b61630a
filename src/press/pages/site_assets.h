// Writes the files of a site other than pages and feeds: the style sheet, the reader, copied files,
// icons, sitemaps and files for hosts.
#pragma once

#include <filesystem>
#include <string>

#include "page/page.h"
#include "press/base/site_output.h"
#include "press/load/loaded_site.h"
#include "press/pages/host_files.h"

namespace broadsheet::press {

// Writes the style sheet, the reader and the icons. `program` is the folder of the reader's files;
// empty: the built-in files. If reader files are missing, adds a warning, and the site is plain
// HTML. Returns how pages refer to the files. The largest icon becomes the site's logo. A site
// without the reader, or with a service worker of its own, is not kept by browsers.
page::HtmlOptions write_looks(LoadedSite& site, const std::filesystem::path& program,
                              SiteOutput& out, Diagnostics& problems);

// Writes the site's own files, such as pictures. SVG files are sanitised; all others are copied
// unchanged.
Diagnostics write_assets(const LoadedSite& site, int jobs, SiteOutput& out);

// Writes sitemaps, robots.txt, `_headers`, `_redirects` and similar files. `now` determines the
// articles of the news sitemap. Of a language edition other than the usual one, only the sitemaps:
// hosts read the other files at the site's root, where `editions` has its lines.
void write_small_files(const LoadedSite& site, const model::Date& now, SiteOutput& out,
                       const std::vector<EditionLines>& editions = {});

// The lines of a language edition for the files at the site's root.
EditionLines edition_lines(const LoadedSite& site);

}  // namespace broadsheet::press
