// Takes the files of the index while they are made, so that they are not all in memory at once.
#pragma once

#include <functional>
#include <mutex>
#include <set>
#include <string>

#include "search/build/documents.h"
#include "search/format/index_files.h"

namespace broadsheet::search {

// Names files by their content, and passes each on once. Safe to use from several threads.
class IndexOutput {
  public:
    explicit IndexOutput(const WriteIndexFile& write) : write_(write) {}

    // Returns the name of the file.
    std::string add(Family family, std::string bytes);

  private:
    const WriteIndexFile& write_;
    std::mutex mutex_;
    std::set<std::string> names_;
};

}  // namespace broadsheet::search
