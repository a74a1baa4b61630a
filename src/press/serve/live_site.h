// A site in memory for its author's eyes: read again where something changed, and each file made
// when it is asked for. Its files are those that `build_site` writes, but for the hashes in the
// names of the bundle's, which are those of the moment.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>
#include <thread>

#include "press/articles/picture_uses.h"
#include "press/base/file_stamp.h"
#include "press/base/file_watch.h"
#include "press/load/site_reader.h"
#include "press/output/build.h"
#include "press/pictures/picture_variants.h"

namespace broadsheet::search {
struct KnownRuns;
}

namespace broadsheet::press {

class LiveSite {
  public:
    // `options.out`: a folder of its own, for the sizes of pictures.
    explicit LiveSite(BuildOptions options);
    ~LiveSite();
    LiveSite(const LiveSite&) = delete;
    LiveSite& operator=(const LiveSite&) = delete;

    // Where the report has errors, the site is as it was. `changes`: what happened since the last
    // time, where that is known.
    BuildReport refresh(const PublishFilter& filter, const FileChanges& changes = unknown_changes(),
                        Progress* progress = nullptr);
    static FileChanges unknown_changes();

    // A file of the site by its name: "2025/07/14/title/index.html". Safe to call from several
    // threads, also during `refresh`.
    std::optional<std::string> file(const std::string& name) const;

  private:
    class Shown;
    struct MadePicture {
        FileStamp stamp;
        std::string placeholder;
    };

    Diagnostics make_pictures(const std::vector<PictureUse>& uses);
    Placeholders placeholders_of(const std::vector<PictureUse>& uses) const;
    void show_changed(std::vector<SiteReader::NewText> texts, BuildReport& report);
    void show_whole(LoadedSite site, BuildReport& report);
    void describe(BuildReport& report) const;

    BuildOptions options_;
    std::unique_ptr<search::KnownRuns> known_runs_;  // the search index changes by parts
    SiteReader reader_;
    std::map<model::Path, MadePicture> pictures_;
    std::unique_ptr<Shown> shown_;
    FileChanges changes_;              // that are not shown yet
    bool in_step_ = false;             // what is shown is what the reader read last
    Diagnostics frame_problems_;       // of the reader's program and of copied files
    mutable std::shared_mutex mutex_;  // held alone to change what is shown
    std::thread freeing_;              // what was shown before
};

}  // namespace broadsheet::press
