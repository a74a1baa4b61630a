// `broadsheet import`: another system's export becomes a folder that `build` takes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

struct ImportOptions {
    std::vector<std::filesystem::path> exports;  // the parts of one export
    std::filesystem::path out;
    std::filesystem::path uploads;  // a copy of wp-content/uploads; may be empty
    int jobs = 1;
};

// Something that was dropped: how often, and in which files.
struct Dropped {
    int count = 0;
    std::set<std::string> files;
};

// What an import read, wrote and could not keep.
struct ImportReport {
    std::map<std::string, int> made;     // "articles", "pages", "drafts", "comments", …
    std::map<std::string, int> skipped;  // items by type or status
    std::map<std::string, Dropped> shortcodes;
    std::map<std::string, Dropped> blocks;
    std::map<std::string, Dropped> elements;
    std::map<std::string, Dropped> missing_media;  // by address
    std::vector<std::string> unpublished;  // files of private and protected items, now drafts
    std::vector<std::string> inexact;      // files whose text Markdown says a little differently
    std::vector<std::string> edited;  // files that the author changed, so the new text is beside
    std::size_t written = 0;          // files
    std::size_t unchanged = 0;        // files
    Diagnostics diagnostics;

    bool ok() const { return count_of(diagnostics, Severity::error) == 0; }
};

// Imports an export of WordPress. If there are errors, nothing is written. Files that the author
// changed since the last import are not changed: the new text is written beside, as NAME.new.
ImportReport import_wordpress(const ImportOptions& options);

// The report as Markdown, for import-report.md, and as a line of JSON.
std::string report_markdown(const ImportReport& report);
std::string report_json(const ImportReport& report);

}  // namespace broadsheet::press
