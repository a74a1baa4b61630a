#include "press/base/mapped_files.h"

#include <utility>

#include "press/base/files.h"

namespace broadsheet::press {

using strings::SharedBytes;

std::optional<SharedBytes> map_file(const std::filesystem::path& path) {
    auto bytes = read_file(path);
    if (!bytes) return std::nullopt;
    return SharedBytes(std::move(*bytes));
}

void release_mapped_bytes() {}

struct SpillFile::State {};

SpillFile::SpillFile(std::filesystem::path /*folder*/) {}

SpillFile::~SpillFile() = default;

SharedBytes SpillFile::keep(std::string bytes) { return SharedBytes(std::move(bytes)); }

}  // namespace broadsheet::press
