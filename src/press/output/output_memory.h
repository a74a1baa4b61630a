// What the last build of an output folder was made from, kept in the cache: files that would be
// made from the same again need not be made.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "press/base/file_stamp.h"
#include "press/output/fingerprint.h"

namespace broadsheet::press {

class OutputMemory {
  public:
    // `cache`: the folder of caches; empty: nothing is kept.
    OutputMemory(const std::filesystem::path& cache, std::filesystem::path out);

    // True where the folder has the file `name`, made from `fingerprint` and not touched since.
    bool has(const std::string& name, Fingerprint fingerprint) const;
    // The files of the bundle that were made from `fingerprint`: one shard, or all of an index.
    std::vector<std::string> names_of(Fingerprint fingerprint) const;

    // That the new folder has it. Safe to call from several threads.
    void note(const std::string& name, Fingerprint fingerprint);

    // Keeps what was noted, once the new folder is in its place. What fails, fails silently.
    void save(int jobs) const;

  private:
    struct Made {
        Fingerprint fingerprint = 0;
        FileStamp stamp;
    };

    std::filesystem::path out_;
    std::filesystem::path file_;  // empty: nothing is kept
    std::unordered_map<std::string, Made> before_;
    std::unordered_map<Fingerprint, std::vector<std::string>> bundle_;
    std::mutex mutex_;
    std::unordered_map<std::string, Fingerprint> noted_;
};

}  // namespace broadsheet::press
