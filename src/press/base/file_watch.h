// Watches folders for changes, with inotify (Linux only).
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "press/base/file_changes.h"

namespace broadsheet::press {

// An inotify watch on folders and everything below them, up to 64 levels deep.
class FileWatch {
  public:
    // Watches `roots` and all folders below them, including folders created later. Skips
    // the output folder `excluded`, its unfinished successors, hidden folders and node_modules.
    FileWatch(const std::vector<std::filesystem::path>& roots, std::filesystem::path excluded);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    // A file descriptor that becomes readable when something changed.
    int descriptor() const { return descriptor_; }

    // Returns the pending changes without blocking. Ignores editors' temporary files.
    FileChanges take_changes();

    // A message if some folders cannot be watched; empty otherwise.
    const std::string& error() const { return error_; }

  private:
    void watch(const std::filesystem::path& folder, int depth);

    int descriptor_ = -1;
    std::filesystem::path excluded_;
    std::map<int, std::filesystem::path> folders_;
    std::string error_;
};

}  // namespace broadsheet::press
