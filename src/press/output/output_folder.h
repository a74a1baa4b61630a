// The folder that a site is published from. Everything is written beside it and swapped in at the
// end, so that it holds either the last site or the new one, never a part of one; files in it that
// this tool did not make stay.
#pragma once

#include <cstdint>
#include <filesystem>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <string_view>

#include "press/base/site_output.h"
#include "press/base/unfinished.h"

namespace broadsheet::press {

class OutputFolder : public SiteOutput {
  public:
    // Nothing is touched before `commit`, except for left-overs of builds that were killed. Where
    // another build is at work on the same folder, `error` says so.
    explicit OutputFolder(std::filesystem::path target);
    ~OutputFolder() override;
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    // After the first failure nothing more is written.
    void write(const std::string& name, std::string_view bytes) override;
    void copy(const std::string& name, const std::filesystem::path& source) override;

    // Takes over a file of the target as it is; false where that cannot be.
    bool keep(const std::string& name);

    // Swaps the new folder in. Empty on success, else a sentence; the target is then as it was.
    std::string commit();

    std::string error() const;
    std::size_t files() const;
    std::uint64_t bytes() const;

  private:
    bool prepare(const std::string& name);
    bool keep_same(const std::string& name, std::string_view bytes) const;
    void fail(std::string what);
    std::string keep_foreign_files();
    std::string swap_in();

    std::filesystem::path target_;
    std::filesystem::path partial_;  // empty where it could not be made
    std::optional<Unfinished> unfinished_;
    int lock_ = -1;  // on the partial folder
    std::set<std::string> made_before_;
    mutable std::mutex mutex_;
    std::set<std::string> names_;
    std::set<std::string> folders_;
    std::uint64_t bytes_ = 0;
    std::string error_;
    bool committed_ = false;
};

// The list of made files that each site carries, so that the next build knows them.
inline constexpr const char* made_files_name = ".broadsheet";

}  // namespace broadsheet::press
