// Finds the files of a site and their roles, by the conventions of the generator that the folder
// was written for.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "press/base/diagnostic.h"
#include "press/base/generator.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// `text` is an article or page, `section` an _index.md file, and `asset` a file that is published
// unchanged.
enum class FileRole { text, section, asset };

// A file of the site.
struct ContentFile {
    std::filesystem::path location;  // on disk
    std::string path;                // relative to the content root, with '/'
    FileRole role = FileRole::text;
};

// The configuration and all files of a site.
struct ContentFolder {
    Generator generator = Generator::plain;
    std::filesystem::path root;             // folder of articles and pages
    std::string shown_prefix;               // prefix of paths in messages, e.g. "content/"
    std::vector<ContentFile> files;         // sorted by path
    std::vector<ContentFile> static_files;  // published at the site's root under their own paths
    bool has_links = false;                 // some files are symbolic links
    SiteConfig config;
    Diagnostics diagnostics;
};

// Lists the files of a folder, to a depth of 64 levels, and reads its configuration. Does not
// follow symbolic links that lead out of the folder. Skips the folder `excluded`.
ContentFolder open_content(const std::filesystem::path& folder,
                           const std::filesystem::path& excluded = {});

// True for paths with a Markdown extension.
bool is_markdown(const std::string& path);

// True for files that may be published unchanged: pictures, audio, video, documents and data.
// Scripts and HTML are excluded, because browsers would run them as part of the site.
bool is_publishable(const std::string& path);

}  // namespace broadsheet::press
