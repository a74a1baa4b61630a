#include "press/serve/live_editions.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "press/config/content_folder.h"
#include "press/pages/host_files.h"

namespace broadsheet::press {

LiveEditions::Editions LiveEditions::current() const {
    const std::lock_guard lock(mutex_);
    return editions_;
}

// Begins anew if the configuration names other languages than before.
void LiveEditions::find_editions() {
    std::vector<LanguageEdition> found = editions_of(options_.content);
    if (found.empty()) found.emplace_back();
    std::vector<std::string> names;
    names.reserve(found.size());
    for (const LanguageEdition& each : found) names.push_back(each.folder + each.code);
    if (names == known_) return;
    Editions editions;
    for (const LanguageEdition& each : found) {
        BuildOptions options = options_;
        options.language = each.code;
        options.out = options_.out / each.folder;
        editions.emplace(each.folder, std::make_shared<LiveSite>(std::move(options)));
    }
    known_ = std::move(names);
    const std::lock_guard lock(mutex_);
    editions_ = std::move(editions);
}

BuildReport LiveEditions::refresh(const PublishFilter& filter, const FileChanges& changes,
                                  Progress* progress) {
    find_editions();
    BuildReport all;
    page::PolicySources sources;
    for (const auto& [folder, site] : current()) {
        BuildReport report = site->refresh(filter, changes, progress);
        std::move(report.diagnostics.begin(), report.diagnostics.end(),
                  std::back_inserter(all.diagnostics));
        std::move(report.drafts.begin(), report.drafts.end(), std::back_inserter(all.drafts));
        sources = merged_sources(std::move(sources), report.sources);
        all.articles += report.articles;
        all.seconds += report.seconds;
        all.peak_memory = report.peak_memory;
        if (folder.empty()) all.base_path = report.base_path;
    }
    all.sources = std::move(sources);
    sort_diagnostics(all.diagnostics);
    return all;
}

std::optional<std::string> LiveEditions::file(const std::string& name) const {
    const Editions editions = current();
    for (const auto& [folder, site] : editions) {
        if (!folder.empty() && name.starts_with(folder)) {
            return site->file(name.substr(folder.size()));
        }
    }
    const auto usual = editions.find("");
    return usual == editions.end() ? std::nullopt : usual->second->file(name);
}

}  // namespace broadsheet::press
