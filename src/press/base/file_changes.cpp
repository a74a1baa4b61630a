#include "press/base/file_changes.h"

#include <iterator>
#include <string>
#include <system_error>
#include <utility>

namespace broadsheet::press {

void FileChanges::add(FileChanges more) {
    std::move(more.files.begin(), more.files.end(), std::back_inserter(files));
    all_named = all_named && more.all_named;
}

bool is_unwatched_folder(std::string_view name) {
    return name.empty() || name[0] == '.' || name == "node_modules";
}

bool is_output_folder(const std::filesystem::path& folder, std::string_view name,
                      const std::filesystem::path& made) {
    const std::filesystem::path target = made.has_filename() ? made : made.parent_path();
    const std::string own = target.filename().string();
    if (own.empty() || !name.starts_with(own)) return false;
    const std::string_view rest = name.substr(own.size());
    if (!rest.empty() && !rest.starts_with(partial_mark)) return false;
    std::error_code error;
    const std::filesystem::path beside = target.has_parent_path() ? target.parent_path() : ".";
    return std::filesystem::equivalent(folder, beside, error);
}

bool is_of_editor(std::string_view name) {
    // Vim creates the file "4913" to test whether it may write.
    return name.empty() || name[0] == '.' || name[0] == '#' || name.ends_with('~') ||
           name.ends_with(".swp") || name.ends_with(".tmp") || name == "4913";
}

}  // namespace broadsheet::press
