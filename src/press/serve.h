// A site on this machine's own address, as a good host would serve it.
#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace broadsheet::press {

struct ServeOptions {
    std::filesystem::path folder;
    std::string base_path = "/";
    std::vector<std::string> frame_sources;  // that the policy allows
    int port = 8000;                         // the next free one where it is taken
};

// Serves until the process ends. `ready` is called with the site's address once it answers.
// Gives a sentence where no port could be had.
std::string serve_folder(const ServeOptions& options,
                         const std::function<void(const std::string&)>& ready);

// The media type by a file's ending.
std::string media_type(const std::string& path);

}  // namespace broadsheet::press
