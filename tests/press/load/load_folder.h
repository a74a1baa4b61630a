// Loads a folder as a site, at a fixed time.
#pragma once

#include <string>

#include "press/base/site_input.h"
#include "press/load/site_loader.h"
#include "press/scratch_folder.h"

namespace broadsheet::press {

// A site in memory.
class MemoryFolder {
  public:
    void write(const std::string& name, const std::string& bytes) const {
        input_.write(path() / name, bytes);
    }
    std::filesystem::path path() const { return "/site"; }
    const SiteInput& input() const { return input_; }

  private:
    mutable MemoryInput input_;  // the content of a folder is not part of it
};

inline const SiteInput& input_of(const MemoryFolder& folder) { return folder.input(); }
inline const SiteInput& input_of(const test::ScratchFolder&) { return disk_input(); }

template <typename Folder>
LoadOptions options_for(const Folder& folder, PublishFilter filter = {}) {
    LoadOptions options;
    options.input = &input_of(folder);
    options.content = folder.path();
    filter.now = *model::parse_date("2026-01-01");
    options.filter = filter;
    return options;
}

template <typename Folder>
LoadedSite load_whole(const Folder& folder) {
    return load_site(options_for(folder));
}

// Without the generated pages /archive/, /categories/ and /tags/, which every site has.
template <typename Folder>
LoadedSite load(const Folder& folder, PublishFilter filter = {}) {
    LoadOptions options = options_for(folder, filter);
    options.jobs = 2;
    LoadedSite site = load_site(options);
    for (const model::Path& path : site.store.overviews) site.publication.entries.erase(path);
    return site;
}

// One language edition.
template <typename Folder>
LoadedSite load_edition(const Folder& folder, const std::string& language) {
    LoadOptions options = options_for(folder);
    options.language = language;
    return load_site(options);
}

// All messages about the site.
inline std::string said(const LoadedSite& site) {
    std::string all;
    for (const Diagnostic& each : site.diagnostics) all += format_diagnostic(each);
    return all;
}

// The paths of the files that are published as they are, each with a space after it.
inline std::string files_of(const LoadedSite& site) {
    std::string all;
    for (const Asset& asset : site.assets) all += asset.path + " ";
    return all;
}

// "/old/>/new/ " for each redirect.
inline std::string redirects_of(const LoadedSite& site) {
    std::string all;
    for (const auto& [path, entry] : site.publication.entries) {
        if (entry.kind != model::EntryKind::redirect) continue;
        all += path;
        all += '>';
        all += entry.redirect;
        all += ' ';
    }
    return all;
}

}  // namespace broadsheet::press
