// What a build changes in its output folder.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace broadsheet::press {

// All other files are the same as before and keep their time stamps, so that tools which copy the
// folder elsewhere send only these.
struct OutputChanges {
    std::vector<std::string> written;  // new and changed files, sorted
    std::vector<std::string> removed;  // sorted
    std::uint64_t bytes = 0;           // of `written`
};

}  // namespace broadsheet::press
