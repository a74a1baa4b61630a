// Where a site's files go: a folder, or memory.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <string>
#include <string_view>

namespace broadsheet::press {

class SiteOutput {
  public:
    virtual ~SiteOutput() = default;
    // `name` is relative, with '/'. Safe to call from several threads.
    virtual void write(const std::string& name, std::string_view bytes) = 0;
    virtual void copy(const std::string& name, const std::filesystem::path& source) = 0;
};

class MemoryOutput : public SiteOutput {
  public:
    void write(const std::string& name, std::string_view bytes) override {
        const std::lock_guard lock(mutex_);
        copies.erase(name);  // the last counts
        files.insert_or_assign(name, std::string(bytes));
    }
    void copy(const std::string& name, const std::filesystem::path& source) override {
        const std::lock_guard lock(mutex_);
        files.erase(name);
        copies.insert_or_assign(name, source);
    }

    // To be read once nothing is written any more.
    std::map<std::string, std::string> files;
    std::map<std::string, std::filesystem::path> copies;

  private:
    std::mutex mutex_;
};

}  // namespace broadsheet::press
