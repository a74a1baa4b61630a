// What an import read, wrote and could not keep.
#pragma once

#include <cstddef>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

// Something that was dropped: how often, and in which files.
struct Dropped {
    int count = 0;
    std::set<std::string> files;
};

struct ImportReport {
    std::string system;                  // "WordPress"
    std::map<std::string, int> made;     // "articles", "pages", "drafts", "comments", …
    std::map<std::string, int> skipped;  // items by type or status
    std::map<std::string, Dropped> shortcodes;
    std::map<std::string, Dropped> blocks;
    std::map<std::string, Dropped> elements;
    std::map<std::string, Dropped> missing_media;     // by address
    std::map<std::string, std::string> failed_media;  // why each could not be fetched, by address
    std::map<std::string, Dropped> withheld;          // parts of texts that not everybody could see
    // Files of items that not everybody could read, now drafts, each with the reason.
    std::map<std::string, std::string> unpublished;
    // Files that the author changed or renamed and that are published, although their items are not
    // for everybody any more, each with the reason.
    std::map<std::string, std::string> still_published;
    std::vector<std::string> binned;       // removed, because their items are in the bin now
    std::vector<std::string> uncommented;  // files of comments, removed: none is approved now
    // Files whose items could not keep their addresses, each with both.
    std::map<std::string, std::string> new_addresses;
    // Properties of items and of the site that have no place here, by file.
    std::map<std::string, std::string> not_kept;
    std::map<std::string, Dropped> custom_fields;  // kept, but not shown; by name
    // Files of published items without text, each with where it may be.
    std::map<std::string, std::string> empty_texts;
    std::vector<std::string> inexact;  // files whose text Markdown says a little differently
    std::vector<std::string> bare;     // files whose text lost its markup
    std::vector<std::string> edited;   // files that the author changed, so the new text is beside
    std::vector<std::string> deleted;  // files that the author deleted, and that stay so
    std::vector<std::string> gone;     // files of earlier imports that the export no longer has
    std::vector<std::string> removed;  // files of earlier imports whose items are elsewhere now
    std::vector<std::string> notes;    // what a person should do or know
    std::size_t written = 0;           // files
    std::size_t unchanged = 0;         // files
    Diagnostics diagnostics;

    bool ok() const { return count_of(diagnostics, Severity::error) == 0; }
};

// The report as Markdown, for import-report.md, and as a line of JSON.
std::string report_markdown(const ImportReport& report);
std::string report_json(const ImportReport& report);

}  // namespace broadsheet::press
