// Bytes on disk that are used as if they were in memory. A large site's texts take no memory until
// they are needed, and can be let go again. native/ maps files; node/ cannot, and keeps everything
// in memory.
#pragma once

#include <cstddef>
#include <filesystem>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "strings/shared_bytes.h"

namespace broadsheet::press {

// Maps a file. Nothing if it does not exist or cannot be read. REQUIRES: the file never becomes
// shorter. It may be removed or replaced by another one.
std::optional<strings::SharedBytes> map_file(const std::filesystem::path& path);

// Lets go of the memory of all mapped bytes. They are read from disk again when they are used.
void release_mapped_bytes();

// A file for bytes that are needed later. It has no name, so nothing is left behind, however the
// process ends. Safe to use from several threads.
class SpillFile {
  public:
    // The file is made in `folder`, by the first call of `keep`.
    explicit SpillFile(std::filesystem::path folder);
    ~SpillFile();
    SpillFile(const SpillFile&) = delete;
    SpillFile& operator=(const SpillFile&) = delete;

    // Moves bytes to the file. If it cannot be written, for example because the disk is full, they
    // stay in memory. The result may outlive this object.
    strings::SharedBytes keep(std::string bytes);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace broadsheet::press
