// A site in memory for `serve`. Only changed files are read again, and each file is made when it is
// requested. The files are the same as those of `build_site`, except that the hashes in the names
// of bundle files only identify the current state.
#pragma once

#include <map>
#include <memory>
#include <optional>
#include <shared_mutex>
#include <string>

#include "press/articles/picture_uses.h"
#include "press/base/file_changes.h"
#include "press/base/file_stamp.h"
#include "press/base/parallel.h"
#include "press/load/content_loader.h"
#include "press/output/build.h"
#include "press/pictures/picture_variants.h"

namespace broadsheet::search {
struct KnownPostingRuns;
}

namespace broadsheet::press {

// Reads a site, or one language edition of it, makes its files on request, and updates it.
class LiveSite {
  public:
    // `options.out` is a temporary folder for resized pictures.
    explicit LiveSite(BuildOptions options);
    ~LiveSite();
    LiveSite(const LiveSite&) = delete;
    LiveSite& operator=(const LiveSite&) = delete;

    // Reads changes. If the report has errors, the site is unchanged. `changes` are the file
    // changes since the last call, as far as they are known.
    BuildReport refresh(const PublishFilter& filter, const FileChanges& changes = unknown_changes(),
                        Progress* progress = nullptr);
    static FileChanges unknown_changes();

    // The contents of a file of the site, such as "2025/07/14/title/index.html"; nothing if there
    // is none. Safe to call from several threads, also during `refresh`.
    std::optional<std::string> file(const std::string& name) const;

  private:
    class Shown;
    struct MadePicture {
        FileStamp stamp;
        std::string placeholder;
    };

    Diagnostics make_pictures(const std::vector<PictureUse>& uses);
    Placeholders placeholders_of(const std::vector<PictureUse>& uses) const;
    void show_changed(std::vector<ContentLoader::ChangedArticle> articles, BuildReport& report);
    void show_whole(LoadedSite site, BuildReport& report);
    void describe(BuildReport& report) const;

    BuildOptions options_;
    std::unique_ptr<search::KnownPostingRuns> known_runs_;  // for incremental search indexing
    ContentLoader loader_;
    std::map<model::Path, MadePicture> pictures_;
    std::unique_ptr<Shown> shown_;
    FileChanges changes_;              // not applied yet
    bool in_step_ = false;             // the site shown is the last one that the reader read
    Diagnostics frame_problems_;       // of the reader's files and of copied files
    mutable std::shared_mutex mutex_;  // held exclusively to change what is shown
    SideWork freeing_;                 // frees the memory of the previous site
};

}  // namespace broadsheet::press
