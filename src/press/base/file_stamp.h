// Whether a file can have changed since it was read, without reading it.
#pragma once

#include <cstdint>
#include <filesystem>

#include "model/members.h"

namespace broadsheet::press {

struct FileStamp {
    std::int64_t modified = 0;  // nanoseconds since 1970; all 0 where there is no such file
    std::int64_t changed = 0;   // of name, owner or content
    std::uint64_t size = 0;
    std::uint64_t inode = 0;

    bool operator==(const FileStamp&) const = default;
};

FileStamp stamp_of(const std::filesystem::path& path);

// Nanoseconds since 1970.
std::int64_t time_now();

// True where a file with this stamp, read at `read_at`, may have been written again within the same
// tick of the file system's clock.
bool is_too_fresh(const FileStamp& stamp, std::int64_t read_at);

// See model/members.h.
template <model::Either<FileStamp> Type, typename Visit>
void members(Type& file_stamp, Visit&& visit) {
    auto& [modified, changed, size, inode] = file_stamp;
    visit(modified, changed, size, inode);
}

}  // namespace broadsheet::press
