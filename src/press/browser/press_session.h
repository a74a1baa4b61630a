// The press in the browser: an author's folder, the site that is shown from it, and what is made of
// both. Everything is in the memory of one tab; paths are those of its file system.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include "press/base/file_changes.h"
#include "press/base/progress.h"
#include "press/output/build.h"
#include "press/serve/live_editions.h"
#include "press/serve/site_answers.h"

namespace broadsheet::press {

// The folder of the site in what an author gave: the folder itself if it has a configuration file,
// else its folder `content` if there is one, as the command line chooses.
std::filesystem::path site_folder_in(const std::filesystem::path& given);

class PressSession {
  public:
    // `given` has the author's files. `scratch` is a folder for smaller sizes of pictures.
    PressSession(std::filesystem::path given, std::filesystem::path scratch);

    // Reads the site, drafts included, to be shown at `url`. May be called again after files were
    // added or replaced.
    BuildReport open(const std::string& url, Progress* progress);
    // Reads what changed. If the report has errors, the site before is still shown. REQUIRES:
    // open() was called.
    BuildReport refresh(const FileChanges& changes, Progress* progress);
    // REQUIRES: open() was called.
    Answer answer(const std::string& path) const;
    // What open pages are told, in the text/event-stream format.
    std::string event() const;

    // Writes the site to `out` as `broadsheet build` does. `url`: its address; empty: as
    // configured. `now`: the time of the build; empty: the present.
    BuildReport build(const std::filesystem::path& out, const std::string& url,
                      const std::string& now, Progress* progress) const;

    const std::filesystem::path& given() const { return given_; }
    // The site's folder, which is the given one or in it.
    const std::filesystem::path& folder() const { return folder_; }

  private:
    BuildOptions options(const std::string& url) const;

    std::filesystem::path given_;
    std::filesystem::path scratch_;
    std::filesystem::path folder_;
    std::unique_ptr<LiveEditions> live_;
    std::optional<SiteAnswers> answers_;
};

}  // namespace broadsheet::press
