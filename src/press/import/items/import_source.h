// A system whose exports can be imported: how its files become records, how its texts become
// Documents, and what its addresses mean. All else is shared.
#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <string>
#include <string_view>

#include "press/base/diagnostic.h"
#include "press/import/exports/import_record.h"
#include "press/import/texts/imported_text.h"

namespace broadsheet::press {

struct ImportedSite;
class ItemConverter;

// Addresses of the old site that no article has, each with where it leads.
using OldAddresses = std::map<std::string, std::string>;

// Where a system keeps the pictures and other files of texts.
struct MediaRules {
    // The path of the folder that --uploads is a copy of: "wp-content/uploads/"; empty: none.
    std::string_view folder{};
    // The address of the original of a smaller size; empty if the address is not of such a size.
    std::string (*original)(const std::string& address) = nullptr;
    // The address of a file on the site itself, for one at a service that delivers it; others as
    // they are. May be null.
    std::string (*undelivered)(const std::string& address) = nullptr;
    // The end of hosts whose paths are those within `folder`, if the library is on them.
    std::string_view library_host{};
    // True for addresses on hosts of the system's own.
    bool (*is_elsewhere)(std::string_view address) = nullptr;
};

struct ImportSource {
    std::string_view name;  // in `broadsheet import NAME`
    std::string_view title;
    std::string_view summary;  // of the command
    std::string_view files;    // what the command takes
    std::string_view example;  // such a file
    bool says_address = true;  // false: exports may not say the address of their site
    MediaRules media;
    // Reads a file and calls `visit` for each record as soon as it is whole; the record of the
    // channel comes last. `url`: the address of the site, if the user gave it. Returns what was
    // repaired as warnings. An error means that the file is not an export.
    Diagnostics (*read)(const std::filesystem::path& path, const std::string& url,
                        const VisitRecord& visit) = nullptr;
    // Converts the text of an item or comment.
    ImportedText (*read_text)(std::string_view content, const TextContext& context) = nullptr;
    // Why the old system showed an item, or parts of its text, only to some people, for the report:
    // "has parts for members: [private]". Empty if everybody could read it. May be null.
    std::string (*withheld)(const ImportRecord& item, const ImportedSite& site) = nullptr;
    // The path of an item for one of its further addresses: of its feed, of a page of its comments.
    // Others as they are. May be null.
    std::string (*plain_path)(const std::string& path) = nullptr;
    void (*add_addresses)(const ImportedSite& site, const ItemConverter& items,
                          OldAddresses& all) = nullptr;
};

}  // namespace broadsheet::press
