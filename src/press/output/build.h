// Builds a site: from a folder of Markdown to a folder of plain files.
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

#include "press/articles/article.h"
#include "press/base/diagnostic.h"
#include "press/base/progress.h"

namespace broadsheet::press {

enum class Pages { all, articles, none };

struct BuildOptions {
    std::filesystem::path content;
    std::filesystem::path out;
    std::string base_url;  // overrides that of the site's configuration
    Pages pages = Pages::all;
    PublishFilter filter;
    int jobs = 1;
    std::filesystem::path cache;    // of made pictures; empty: none
    Progress* progress = nullptr;   // may be null
    std::filesystem::path program;  // folder of the reader's files; empty: those in this program
};

struct BuildReport {
    Diagnostics diagnostics;  // sorted
    int articles = 0;
    int pages = 0;  // HTML files
    std::size_t files = 0;
    std::uint64_t bytes = 0;
    double seconds = 0;
    std::string base_path = "/";             // of the site at its host
    std::vector<std::string> frame_sources;  // whose frames the site embeds
    std::vector<model::Path> drafts;         // that were published, because they were asked for
    std::uint64_t peak_memory = 0;

    bool ok() const { return count_of(diagnostics, Severity::error) == 0; }
};

// The folder of the reader's files; empty: those in this program.
std::filesystem::path program_folder(const BuildOptions& options);

// Bytes that this process has had at most.
std::uint64_t peak_memory();

// Where the report has errors, `options.out` is as it was.
BuildReport build_site(const BuildOptions& options);

}  // namespace broadsheet::press
