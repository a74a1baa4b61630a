// The source of a site's files: a disk, or memory.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>
#include <vector>

#include "press/base/file_stamp.h"

namespace broadsheet::press {

enum class InputKind { none, file, folder, other };

// What a folder contains.
struct InputEntry {
    std::string name;
    InputKind kind = InputKind::none;  // of what a symbolic link leads to
    bool is_link = false;

    bool operator==(const InputEntry&) const = default;
};

// Reads files and folders. All functions are safe to call from several threads.
class SiteInput {
  public:
    virtual ~SiteInput() = default;

    virtual InputKind kind(const std::filesystem::path& path) const = 0;
    // Sorted by name. Sets `error` if there is no such folder or it cannot be read.
    virtual std::vector<InputEntry> list(const std::filesystem::path& folder,
                                         std::error_code& error) const = 0;
    // The size of a file in bytes; nothing if it cannot be read.
    virtual std::optional<std::uint64_t> size(const std::filesystem::path& path) const = 0;
    // At most `count` bytes of a file from an offset on; nothing if it cannot be read.
    virtual std::optional<std::string> read_part(const std::filesystem::path& path,
                                                 std::uint64_t offset, std::size_t count) const = 0;
    // The bytes of a file; nothing if it cannot be read.
    virtual std::optional<std::string> read(const std::filesystem::path& path) const = 0;
    virtual FileStamp stamp(const std::filesystem::path& path) const = 0;
    // The path without symbolic links, "." and ".."; empty if there is no such file.
    virtual std::filesystem::path real_path(const std::filesystem::path& path) const = 0;

    bool has_file(const std::filesystem::path& path) const { return kind(path) == InputKind::file; }
    bool has_folder(const std::filesystem::path& path) const {
        return kind(path) == InputKind::folder;
    }
};

// The files of this machine.
const SiteInput& disk_input();

// Files in memory. Their paths have '/' between names, and folders are where files are.
class MemoryInput : public SiteInput {
  public:
    // Adds a file, or replaces it. REQUIRES: no thread reads.
    void write(const std::filesystem::path& path, std::string bytes);

    InputKind kind(const std::filesystem::path& path) const override;
    std::vector<InputEntry> list(const std::filesystem::path& folder,
                                 std::error_code& error) const override;
    std::optional<std::uint64_t> size(const std::filesystem::path& path) const override;
    std::optional<std::string> read_part(const std::filesystem::path& path, std::uint64_t offset,
                                         std::size_t count) const override;
    std::optional<std::string> read(const std::filesystem::path& path) const override;
    FileStamp stamp(const std::filesystem::path& path) const override;
    std::filesystem::path real_path(const std::filesystem::path& path) const override;

  private:
    struct File {
        std::string bytes;
        FileStamp stamp;
    };
    const File* find(const std::filesystem::path& path) const;

    std::map<std::string, File> files_;
    std::int64_t writes_ = 0;
};

}  // namespace broadsheet::press
