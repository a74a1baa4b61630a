// Remembers in the cache the input of all files in an output folder, so that files with the same
// input are not made again.
#pragma once

#include <filesystem>
#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

#include "press/base/file_stamp.h"
#include "press/output/fingerprint.h"

namespace broadsheet::press {

// The fingerprints of one output folder's files.
class OutputMemory {
  public:
    // `cache` is the cache folder; empty: nothing is remembered. `out` may be the folder of a
    // language edition in the output folder.
    OutputMemory(const std::filesystem::path& cache, std::filesystem::path out);

    // True if the folder has the file `name`, it was made from `fingerprint`, and it was not
    // changed since.
    bool has(const std::string& name, Fingerprint fingerprint) const;
    // The names of bundle files with this fingerprint: one shard, or all files of a search index.
    std::vector<std::string> names_of(Fingerprint fingerprint) const;

    // Records a file of the new folder. Safe to call from several threads.
    void note(const std::string& name, Fingerprint fingerprint);

    // Saves the recorded files. Must be called after `OutputFolder::commit`. Errors are ignored.
    void save(int jobs) const;

  private:
    struct Made {
        Fingerprint fingerprint = 0;
        FileStamp stamp;
    };

    std::filesystem::path out_;
    std::filesystem::path file_;  // empty: nothing is remembered
    std::unordered_map<std::string, Made> before_;
    std::unordered_map<Fingerprint, std::vector<std::string>> bundle_;
    std::mutex mutex_;
    std::unordered_map<std::string, Fingerprint> noted_;
};

}  // namespace broadsheet::press
