// A site on this machine's own address, as a good host would serve it, and built again after each
// change.
#pragma once

#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/base/file_watch.h"

namespace broadsheet::press {

// What a build gave.
struct ServedSite {
    bool ok = true;
    std::string problems;  // shown over the page where it is not ok
    std::string base_path = "/";
    std::vector<std::string> frame_sources;  // that the policy allows
    std::vector<model::Path> drafts;
};

struct ServeOptions {
    std::filesystem::path folder;
    // The site's files by name; none: those of the folder.
    std::function<std::optional<std::string>(const std::string&)> file;
    int port = 8000;  // the next free one where it is taken
    // Folders whose changes build the site again; none: it is built once, and pages are sent as
    // they are.
    std::vector<std::filesystem::path> watched;
    // Called where the process ends in the middle of a build.
    std::function<void()> leave;
};

// Builds, then serves and builds again after changes, until SIGINT or SIGTERM comes. One that comes
// in the middle of a build ends the process there and then, with code 0 and nothing unfinished left
// behind. `ready` is called with the site's address once it answers. Gives a sentence where no port
// could be had or nothing could be watched.
std::string serve_site(const ServeOptions& options,
                       const std::function<ServedSite(const FileChanges&)>& build,
                       const std::function<void(const std::string&)>& ready);

// The media type by a file's ending.
std::string media_type(const std::string& path);

}  // namespace broadsheet::press
