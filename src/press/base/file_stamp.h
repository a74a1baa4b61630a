// Detects whether a file may have changed since it was read, without reading it again.
#pragma once

#include <cstdint>
#include <filesystem>

#include "model/members.h"

namespace broadsheet::press {

// The metadata of a file that changes when its content does. Times are in nanoseconds since 1970.
struct FileStamp {
    std::int64_t modified = 0;  // all members are 0 if the file does not exist
    std::int64_t changed = 0;   // time of the last change to name, owner or content
    std::uint64_t size = 0;
    std::uint64_t inode = 0;

    bool operator==(const FileStamp&) const = default;
};

// Reads the stamp of a file.
FileStamp stamp_of(const std::filesystem::path& path);

// The current time in nanoseconds since 1970.
std::int64_t time_now();

// True if a file with this stamp, read at `read_at`, may have been written again within the same
// tick of the file system's clock (at most 2 s), so that the stamp would not show the change.
bool is_too_fresh(const FileStamp& stamp, std::int64_t read_at);

// See model/members.h.
template <model::Either<FileStamp> Type, typename Visit>
void members(Type& file_stamp, Visit&& visit) {
    auto& [modified, changed, size, inode] = file_stamp;
    visit(modified, changed, size, inode);
}

}  // namespace broadsheet::press
