// Cache files: data that this executable stores for its next run. Users may delete them at any
// time. Damaged files and files written by a different version of the executable are treated as
// missing.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "press/base/unfinished.h"
#include "strings/shared_bytes.h"

namespace broadsheet::press {

// A hash of this executable.
std::uint64_t hash_of_program();

// The path in the folder `cache` of the entry of kind `kind` about the folder `about`. Empty if
// `cache` is empty or `about` cannot be resolved: nothing is cached then.
std::filesystem::path cache_file(const std::filesystem::path& cache, std::string_view kind,
                                 const std::filesystem::path& about);

// The content of a cache file without its trailer, or nothing if it is missing, damaged or written
// by a different version of the executable. It stays as it is if the file is written again.
std::optional<strings::SharedBytes> read_cache_file(const std::filesystem::path& path);

// Writes a cache file under a temporary name and renames it in finish(), so that readers never see
// a partial file. Errors are ignored, because the cache is optional. An empty path disables
// writing.
class CacheFileWriter {
  public:
    explicit CacheFileWriter(std::filesystem::path path);
    ~CacheFileWriter();
    CacheFileWriter(const CacheFileWriter&) = delete;
    CacheFileWriter& operator=(const CacheFileWriter&) = delete;

    void write(std::string_view bytes);
    void finish();

  private:
    struct Sum;
    std::filesystem::path path_;
    std::filesystem::path partial_;
    std::optional<Unfinished> unfinished_;
    std::ofstream out_;
    std::unique_ptr<Sum> sum_;
};

}  // namespace broadsheet::press
