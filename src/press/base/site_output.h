// The destination of a site's files: a folder on disk, or memory.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Receives the files of a site.
class SiteOutput {
  public:
    virtual ~SiteOutput() = default;
    // `name` is a relative path with '/' separators. Both functions are safe to call from several
    // threads.
    virtual void write(const std::string& name, std::string_view bytes) = 0;
    virtual void copy(const std::string& name, const std::filesystem::path& source) = 0;
};

// Keeps written files in memory, and the sources of copied ones. A later file replaces an earlier
// one with the same name.
class MemoryOutput : public SiteOutput {
  public:
    void write(const std::string& name, std::string_view bytes) override {
        const std::lock_guard lock(mutex_);
        copies.erase(name);
        files.insert_or_assign(name, std::string(bytes));
    }
    void copy(const std::string& name, const std::filesystem::path& source) override {
        const std::lock_guard lock(mutex_);
        files.erase(name);
        copies.insert_or_assign(name, source);
    }

    // REQUIRES: no thread still writes.
    std::map<std::string, std::string> files;
    std::map<std::string, std::filesystem::path> copies;

  private:
    std::mutex mutex_;
};

// The name of the list of generated files in each output folder. The next build uses it to tell
// generated files from others.
inline constexpr const char* made_files_name = ".broadsheet";

// The name of the list in each part of a site (press/output/part_files.h). Not hidden, because
// services that carry files between machines leave out hidden ones.
inline constexpr const char* part_list_name = "broadsheet-part";

}  // namespace broadsheet::press
