// Serves a site on localhost the way a web host would, and rebuilds it after each change.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/publication.h"
#include "page/page.h"
#include "press/base/file_changes.h"

namespace broadsheet::press {

// The result of a build.
struct ServedSite {
    bool ok = true;
    std::string problems;  // error messages, shown on top of the page if `ok` is false
    std::string base_path = "/";
    page::PolicySources sources;  // what the content security policy allows
    std::vector<model::Path> drafts;
};

// The parameters of serve_site().
struct ServeOptions {
    std::filesystem::path folder;  // with the site's files
    // Returns the site's files by name. If it is empty, the files are read from `folder`.
    std::function<std::optional<std::string>(const std::string&)> file;
    std::filesystem::path program;  // folder of the reader's files; empty: the built-in files
    std::string base_path = "/";    // path of the site until a build succeeds
    int port = 8000;                // the next free port if it is taken
    // Folders whose changes cause a rebuild. If empty, the site is built once, and pages are sent
    // without the live reload script.
    std::vector<std::filesystem::path> watched;
    // Called if the process is stopped during a build.
    std::function<void()> leave;
};

// The address at which the site is served: this machine alone.
inline constexpr const char* serve_host = "127.0.0.1";

// Builds and serves the site, and rebuilds it after changes until the process receives SIGINT or
// SIGTERM. A signal during a build ends the process immediately, with exit code 0 and without
// leaving temporary files. Calls `ready` with the site's URL when the server answers. Returns an
// error message if no port is free, if the folders cannot be watched, or if the site has errors and
// nothing is watched; otherwise an empty string.
std::string serve_site(const ServeOptions& options,
                       const std::function<ServedSite(const FileChanges&)>& build,
                       const std::function<void(const std::string&)>& ready);

// The media type of a file by its extension.
std::string media_type(const std::string& path);

}  // namespace broadsheet::press
