// Builds a site from a folder of Markdown files into a folder of static files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "page/page.h"
#include "press/articles/article.h"
#include "press/base/diagnostic.h"
#include "press/base/progress.h"
#include "press/output/output_changes.h"
#include "press/output/part_number.h"

namespace broadsheet::press {

// Which HTML pages are written.
enum class Pages {
    automatic,  // all, or `standard` if the site has more than 10,000 articles
    all,        // every address of the site has a file
    standard,   // all except later pages of lists, which are shown by 404.html
    articles,   // articles, pages and the front page
    none        // the front page
};

// The pages of a site with this number of articles; never `automatic`.
Pages chosen_pages(Pages pages, int articles);
// True if lists have pages and feeds of their own. REQUIRES: not `automatic`.
constexpr bool has_lists(Pages pages) { return pages == Pages::all || pages == Pages::standard; }

// The parameters of a build.
struct BuildOptions {
    std::filesystem::path content;
    std::filesystem::path out;
    std::string base_url;  // overrides the site's configuration; empty: as configured
    std::string language;  // code of a language edition; only for LiveSite, which makes one
    Pages pages = Pages::automatic;
    PublishFilter filter;
    int jobs = 1;                   // threads
    std::filesystem::path cache;    // cache folder; empty: no cache
    Progress* progress = nullptr;   // may be null
    bool counts_views = true;       // pages have the site's counter of views; false: a preview
    std::filesystem::path program;  // folder of the reader's files; empty: the built-in files
    PartNumber part;                // what `out` gets; by default the whole site
    std::vector<std::filesystem::path> parts;  // parts to join; empty: everything is made here
};

// The result of a build.
struct BuildReport {
    Diagnostics diagnostics;  // sorted
    int articles = 0;
    int pages = 0;  // HTML files
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    Pages written_pages = Pages::all;  // never `automatic`
    OutputChanges changes;
    std::uint64_t largest_file = 0;  // bytes
    std::string largest_name;
    double seconds = 0;
    std::string base_path = "/";      // path of the site on its host; ends with '/'
    page::PolicySources sources;      // what its content security policy allows
    std::vector<model::Path> drafts;  // published drafts
    std::uint64_t peak_memory = 0;

    bool ok() const { return count_of(diagnostics, Severity::error) == 0; }
};

// The folder of the reader's files; empty: the built-in files are used.
std::filesystem::path program_folder(const BuildOptions& options);

// Builds the site. If the report has errors, `options.out` is unchanged.
BuildReport build_site(const BuildOptions& options);

}  // namespace broadsheet::press
