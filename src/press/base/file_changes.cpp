#include "press/base/file_changes.h"

#include <iterator>
#include <utility>

namespace broadsheet::press {

void FileChanges::add(FileChanges more) {
    std::move(more.files.begin(), more.files.end(), std::back_inserter(files));
    all_named = all_named && more.all_named;
}

bool is_unwatched_folder(std::string_view name) {
    return name.empty() || name[0] == '.' || name == "node_modules";
}

bool is_of_editor(std::string_view name) {
    // Vim creates the file "4913" to test whether it may write.
    return name.empty() || name[0] == '.' || name[0] == '#' || name.ends_with('~') ||
           name.ends_with(".swp") || name.ends_with(".tmp") || name == "4913";
}

}  // namespace broadsheet::press
