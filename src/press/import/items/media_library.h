// The pictures and other files that imported texts use: which of them can be had, and where they
// are on the new site.
#pragma once

#include <filesystem>
#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "press/import/items/import_report.h"
#include "press/import/items/import_source.h"
#include "press/import/items/imported_site.h"

namespace broadsheet::press {

// A file to be fetched: the original of a smaller size first, then the address as it is.
struct WantedMedia {
    std::string address;
    std::string original;  // may be empty
};

class MediaLibrary {
  public:
    // `uploads`: a copy of the old site's folder of media; may be empty.
    // REQUIRES: the arguments live longer.
    MediaLibrary(const ImportSource& source, const ImportedSite& site,
                 std::filesystem::path uploads)
        : source_(source), site_(site), uploads_(std::move(uploads)) {}

    // The address of a file of the media library on the new site; its old one if it cannot be had.
    // Nothing for addresses of other kinds. May be called from several threads. `file`: the
    // article.
    std::optional<std::string> target(const std::string& address, const std::string& file);

    // Where a file is written, relative to the folder static/: "wp-content/uploads/2025/a.jpg".
    // Empty if the address is not one of the media library.
    std::string name_of(const std::string& address) const;

    // The whole address of a file, for fetching it.
    std::string whole_address(const std::string& address) const;

    // Names a file that was fetched into static/.
    void add_fetched(const std::string& name) { fetched_.insert(name); }

    // The files that texts use: copies of uploads by name, and what could not be had, by address.
    const std::set<std::string>& used() const { return used_; }
    const std::map<std::string, Dropped>& missing() const { return missing_; }
    std::filesystem::path upload_of(const std::string& name) const;

    // What the texts that were converted so far need from the old site. Forgets it.
    std::vector<WantedMedia> take_wanted();

  private:
    // The address without a service that delivers the file, if the site's own file is behind it.
    std::string own_address(const std::string& address) const;
    std::string name_of_own(const std::string& address) const;

    const ImportSource& source_;
    const ImportedSite& site_;
    std::filesystem::path uploads_;
    std::set<std::string> fetched_;
    std::mutex mutex_;  // of the members below
    std::set<std::string> used_;
    std::map<std::string, Dropped> missing_;
};

}  // namespace broadsheet::press
