#include "press/browser/press_session.h"

#include <utility>

#include "press/base/link_target.h"
#include "press/command/command_options.h"
#include "press/config/config_files.h"
#include "press/load/site_loader.h"

namespace broadsheet::press {

namespace fs = std::filesystem;

fs::path site_folder_in(const fs::path& given) {
    std::error_code error;
    if (is_site_folder(given) || !fs::is_directory(given / "content", error)) return given;
    return given / "content";
}

PressSession::PressSession(fs::path given, fs::path scratch)
    : given_(std::move(given)), scratch_(std::move(scratch)), folder_(given_) {}

BuildOptions PressSession::options(const std::string& url) const {
    BuildOptions options;
    options.content = folder_;
    options.base_url = url;
    options.filter.now = local_time();
    return options;
}

BuildReport PressSession::open(const std::string& url, Progress* progress) {
    folder_ = site_folder_in(given_);
    BuildOptions shown = options(url);
    shown.out = scratch_;
    shown.counts_views = false;
    shown.original_pictures = true;
    // The answers use the site, so they go first.
    answers_.reset();
    live_ = std::make_unique<LiveEditions>(std::move(shown));
    ServeOptions serve;
    serve.folder = scratch_;
    serve.base_path = base_path_of(url);
    serve.file = [live = live_.get()](const std::string& name) { return live->file(name); };
    answers_.emplace(serve, true);
    return refresh(LiveSite::unknown_changes(), progress);
}

BuildReport PressSession::refresh(const FileChanges& changes, Progress* progress) {
    PublishFilter filter;
    filter.now = local_time();
    filter.drafts = true;
    BuildReport report = live_->refresh(filter, changes, progress);
    answers_->show(served_site(report));
    return report;
}

Answer PressSession::answer(const std::string& path) const { return answers_->answer(path); }

std::string PressSession::event() const { return answers_->state().current().event; }

BuildReport PressSession::build(const fs::path& out, const std::string& url, const std::string& now,
                                Progress* progress) const {
    BuildOptions whole = options(url);
    whole.content = site_folder_in(given_);
    whole.out = out;
    // A second download makes only what is new, above all no picture twice.
    whole.cache = scratch_ / "cache";
    whole.progress = progress;
    if (const auto given = model::parse_date(now)) whole.filter.now = *given;
    return build_site(whole);
}

}  // namespace broadsheet::press
