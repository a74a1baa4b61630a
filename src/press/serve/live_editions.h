// All language editions of a site in memory for `serve`. A site in one language has one.
#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "press/output/build.h"
#include "press/serve/live_site.h"

namespace broadsheet::press {

class LiveEditions {
  public:
    explicit LiveEditions(BuildOptions options) : options_(std::move(options)) {}

    // Reads changes, as LiveSite::refresh does. Editions with errors are unchanged.
    BuildReport refresh(const PublishFilter& filter, const FileChanges& changes,
                        Progress* progress);

    // A file of the site: "de/about/index.html". Safe to call from several threads.
    std::optional<std::string> file(const std::string& name) const;

  private:
    using Editions = std::map<std::string, std::shared_ptr<LiveSite>>;  // by folder: "de/"

    Editions current() const;
    void find_editions();

    BuildOptions options_;
    std::vector<std::string> known_;  // folders and codes
    Editions editions_;
    mutable std::mutex mutex_;  // of editions_
};

}  // namespace broadsheet::press
