// Hears of changes below some folders (inotify). Linux only.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace broadsheet::press {

// What happened since it was asked before.
struct FileChanges {
    std::vector<std::filesystem::path>
        files;              // written, made or gone; each as often as it happened
    bool all_named = true;  // false: there may be others

    bool any() const { return !files.empty() || !all_named; }
    void add(FileChanges more);
};

class FileWatch {
  public:
    // Folders below `roots` are watched too, also those made later; `excluded`, hidden folders and
    // node_modules are not.
    FileWatch(const std::vector<std::filesystem::path>& roots, std::filesystem::path excluded);
    ~FileWatch();
    FileWatch(const FileWatch&) = delete;
    FileWatch& operator=(const FileWatch&) = delete;

    // Becomes readable when something changed.
    int descriptor() const { return descriptor_; }

    // Reads what has come of files that could be content: not what editors keep beside it.
    FileChanges take_changes();

    // A sentence where not all folders can be watched.
    const std::string& error() const { return error_; }

  private:
    void watch(const std::filesystem::path& folder, int depth);

    int descriptor_ = -1;
    std::filesystem::path excluded_;
    std::map<int, std::filesystem::path> folders_;
    std::string error_;
};

}  // namespace broadsheet::press
