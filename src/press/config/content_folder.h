// Finds the files of a site and their roles, by the conventions of the generator that the folder
// was written for.
#pragma once

#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/base/generator.h"
#include "press/base/site_input.h"
#include "press/base/time_zone.h"
#include "press/config/file_rules.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// A file of the site.
struct ContentFile {
    // On disk. A text takes a tenth of the memory of a `path`, and a large site has many files.
    std::string location;
    std::string path;  // relative to the content root, with '/'; NFC
    FileRole role = FileRole::text;
    std::string comments{};  // on disk: the file of comments beside it; may be empty
};

// An address of an earlier site, from redirects.toml.
struct OldAddress {
    std::string from;
    std::string to;
    Position position;
    std::string source_line;

    bool operator==(const OldAddress&) const = default;
};

// Old addresses of a section without a text, of one that describes a term, or of a page in another
// edition.
struct SectionAliases {
    model::Path path;  // of the section, the term or the page
    std::vector<std::string> aliases;
    bool is_elsewhere = false;  // the page is in another edition
};

// The file of a shortcode of the site's own.
struct ShortcodeFile {
    std::string path;  // as in messages
    std::string text;
};

// The configuration and all files of a site.
struct ContentFolder {
    const SiteInput* input = &disk_input();  // where all files are read
    Generator generator = Generator::plain;
    std::filesystem::path root;             // folder of articles and pages
    std::string shown_prefix;               // prefix of paths in messages, e.g. "content/"
    std::vector<ContentFile> files;         // sorted by path
    std::vector<ContentFile> static_files;  // published at the site's root under their own paths
    std::vector<OldAddress> old_addresses;
    std::vector<SectionAliases> section_aliases;
    std::map<std::string, ShortcodeFile> shortcodes;  // by name
    std::map<std::string, ShortcodeFile> partials;    // that shortcodes may use, by name
    std::set<std::string> section_folders;            // of a Hugo site: those with an _index file
    bool has_links = false;                           // some files are symbolic links
    bool is_vault = false;                            // of Obsidian
    SiteConfig config;
    std::optional<TimeZone> time_zone;  // of dates that do not name theirs; otherwise UTC
    Diagnostics diagnostics;
};

// Lists the files of a folder, to a depth of 64 levels, and reads its configuration. Does not
// follow symbolic links that lead out of the folder. Skips the folder `excluded`. `language` is the
// code of the edition whose settings are read; empty: the usual one.
ContentFolder open_content(const std::filesystem::path& folder,
                           const std::filesystem::path& excluded = {},
                           const std::string& language = {}, const SiteInput& input = disk_input());

// The editions of the site in this folder, the usual one first. Empty if it has one language.
std::vector<LanguageEdition> editions_of(const std::filesystem::path& folder,
                                         const SiteInput& input = disk_input());

}  // namespace broadsheet::press
