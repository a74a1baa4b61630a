#include "press/base/file_stamp.h"

#include <sys/stat.h>

#include <algorithm>
#include <chrono>

namespace broadsheet::press {

namespace {

std::int64_t nanoseconds(const timespec& time) {
    constexpr std::int64_t second = 1'000'000'000;
    return time.tv_sec * second + time.tv_nsec;
}

}  // namespace

FileStamp stamp_of(const std::filesystem::path& path) {
    struct stat status {};
    if (stat(path.c_str(), &status) != 0) return {};
    return {nanoseconds(status.st_mtim), nanoseconds(status.st_ctim),
            static_cast<std::uint64_t>(status.st_size), status.st_ino};
}

std::int64_t time_now() {
    return std::chrono::duration_cast<std::chrono::nanoseconds>(
               std::chrono::system_clock::now().time_since_epoch())
        .count();
}

bool is_too_fresh(const FileStamp& stamp, std::int64_t read_at) {
    constexpr std::int64_t coarsest_clock = 2'000'000'000;  // ns: FAT stores times in steps of 2 s
    return read_at - std::max(stamp.modified, stamp.changed) < coarsest_clock;
}

}  // namespace broadsheet::press
