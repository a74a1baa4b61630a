// Files of the cache: what this very program kept for its next run. They may be deleted at any
// time; what another program wrote, or one of another version, and what is damaged, is not there.
#pragma once

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "press/base/unfinished.h"

namespace broadsheet::press {

// Where in `cache` something about the folder `about` is kept; empty where nothing is.
std::filesystem::path cache_file(const std::filesystem::path& cache, std::string_view kind,
                                 const std::filesystem::path& about);

std::optional<std::string> read_cache_file(const std::filesystem::path& path);

// Writes under another name first, so that nobody ever reads a part. What fails, fails silently.
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
