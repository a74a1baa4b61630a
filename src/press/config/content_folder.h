// Which files of a folder make a site, and what each is, by the customs of the tool that the folder
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

enum class FileRole { text, section, asset };

struct ContentFile {
    std::filesystem::path location;
    std::string path;  // relative to the content's root, with '/'
    FileRole role = FileRole::text;
};

struct ContentFolder {
    Generator generator = Generator::plain;
    std::filesystem::path root;             // of articles and pages
    std::string shown_prefix;               // of paths in messages, e.g. "content/"
    std::vector<ContentFile> files;         // sorted by path
    std::vector<ContentFile> static_files;  // copied to the site's root under their own path
    bool has_links = false;                 // some of the files are links to others
    SiteConfig config;
    Diagnostics diagnostics;
};

// Reads the folder's list of files and its configuration. Symbolic links that lead out of the
// folder are not followed. The folder `excluded` is passed over wherever it is met.
ContentFolder open_content(const std::filesystem::path& folder,
                           const std::filesystem::path& excluded = {});

// Markdown's usual endings.
bool is_markdown(const std::string& path);

// Files that are published as they are: pictures, sound, film, documents, data. Not programs and
// not HTML, which a browser would run as part of the site.
bool is_publishable(const std::string& path);

}  // namespace broadsheet::press
