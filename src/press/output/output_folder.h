// The output folder. A site is written to a temporary folder next to it, which replaces it at the
// end. The output folder therefore always contains either the previous site or the new one. Files
// in it that Broadsheet did not generate are kept.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include "press/base/folder_lock.h"
#include "press/base/site_output.h"
#include "press/base/unfinished.h"
#include "press/output/output_changes.h"

namespace broadsheet::press {

// Writes a new version of the output folder. `write`, `copy` and `keep` are safe to call from
// several threads.
class OutputFolder : public SiteOutput {
  public:
    // Removes temporary folders of killed builds. The target does not change before `commit`. If
    // another build is writing the same folder, `error` says so.
    explicit OutputFolder(std::filesystem::path target);
    ~OutputFolder() override;
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    // After the first error, all further calls do nothing.
    void write(const std::string& name, std::string_view bytes) override;
    void copy(const std::string& name, const std::filesystem::path& source) override;

    // From now on, names are relative to this folder of the target: "de/", or "" for the target
    // itself. `sizes` has the files written since.
    void begin_edition(std::string folder);

    // Keeps a file of the target unchanged. Returns false if that is not possible.
    bool keep(const std::string& name);

    // Replaces the target with the new folder. Returns an empty string on success and otherwise an
    // error message; the target is then unchanged.
    std::string commit();

    std::string error() const;
    std::size_t files() const;
    std::uint64_t bytes() const;
    // The sizes of the edition's files in bytes, by name. REQUIRES: no thread still writes.
    const std::map<std::string, std::uint64_t>& sizes() const { return edition_sizes_; }
    // What differs from the previous content of the target.
    OutputChanges changes() const;
    // The name and the bytes of the largest file.
    std::pair<std::string, std::uint64_t> largest() const;

  private:
    // Names from here on are relative to the target.
    bool prepare(const std::string& name);
    bool keep_same(const std::string& name, std::string_view bytes) const;
    void count(const std::string& name, std::uint64_t bytes, bool changed);
    void fail(std::string what);
    std::string keep_foreign_files();
    std::string swap_in();

    std::filesystem::path target_;
    std::filesystem::path partial_;  // temporary folder; empty if it could not be created
    std::optional<Unfinished> unfinished_;
    std::optional<FolderLock> lock_;  // on the temporary folder
    std::set<std::string> made_before_;
    mutable std::mutex mutex_;
    std::map<std::string, std::uint64_t> sizes_;  // of all files, by name
    std::string edition_;                         // the folder of the edition: "de/"
    std::map<std::string, std::uint64_t> edition_sizes_;
    std::set<std::string> folders_;
    std::uint64_t bytes_ = 0;
    OutputChanges changes_;  // without removed files
    std::pair<std::string, std::uint64_t> largest_;
    std::string error_;
    bool committed_ = false;
};

}  // namespace broadsheet::press
