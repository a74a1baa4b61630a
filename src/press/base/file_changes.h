// Which files of a folder have changed.
#pragma once

#include <filesystem>
#include <string_view>
#include <vector>

namespace broadsheet::press {

// The changes since an earlier time.
struct FileChanges {
    // Files written, created or deleted. A file that changed twice is listed twice.
    std::vector<std::filesystem::path> files;
    // False if other files may have changed too: a folder changed, or the system
    // did not report all changes.
    bool all_named = true;

    bool any() const { return !files.empty() || !all_named; }
    void add(FileChanges more);
};

// True for swap files, backups and locks of editors.
bool is_of_editor(std::string_view name);

// True for folders that are not watched: hidden ones and node_modules.
bool is_unwatched_folder(std::string_view name);

}  // namespace broadsheet::press
