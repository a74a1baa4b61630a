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

// Between the name of an output folder and a number in the name of its successor, which lies beside
// it until it is whole.
inline constexpr std::string_view partial_mark = ".partial-";

// True if `name` in `folder` is the output folder `made` or its successor. The former need not
// exist.
bool is_output_folder(const std::filesystem::path& folder, std::string_view name,
                      const std::filesystem::path& made);

}  // namespace broadsheet::press
