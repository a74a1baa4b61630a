#include "press/base/file_stamp.h"

#include <algorithm>
#include <chrono>

namespace broadsheet::press {

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
