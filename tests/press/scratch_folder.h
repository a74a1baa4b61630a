// Folders for tests.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace broadsheet::test {

// The folders in `folder`, by name.
std::vector<std::filesystem::path> folders_in(const std::filesystem::path& folder);

// A folder of its own for one test, removed at its end.
class ScratchFolder {
  public:
    ScratchFolder();
    ~ScratchFolder();
    ScratchFolder(const ScratchFolder&) = delete;
    ScratchFolder& operator=(const ScratchFolder&) = delete;

    const std::filesystem::path& path() const { return path_; }
    void write(const std::string& name, const std::string& bytes) const;
    std::string read(const std::string& name) const;
    bool has(const std::string& name) const;

  private:
    std::filesystem::path path_;
};

}  // namespace broadsheet::test
