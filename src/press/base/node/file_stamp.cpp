#include "press/base/file_stamp.h"

#include <emscripten.h>

#include <array>

namespace broadsheet::press {

namespace {

// Emscripten's own stat() drops the parts of seconds. Writes four numbers of 64 bits, or returns 0.
// clang-format off
EM_JS(int, host_stamp, (const char* path, std::int64_t* to), {
    const numbers = Module.host.stamp(UTF8ToString(path));
    if (!numbers) return 0;
    new BigUint64Array(HEAPU8.buffer, to, 4).set(numbers.map(each => BigInt.asUintN(64, each)));
    return 1;
});
// clang-format on

}  // namespace

FileStamp stamp_of(const std::filesystem::path& path) {
    std::array<std::int64_t, 4> numbers{};
    if (host_stamp(path.c_str(), numbers.data()) == 0) return {};
    return {numbers[0], numbers[1], static_cast<std::uint64_t>(numbers[2]),
            static_cast<std::uint64_t>(numbers[3])};
}

}  // namespace broadsheet::press
