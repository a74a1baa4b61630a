#include "reader/loader.h"

#include <algorithm>

namespace broadsheet::reader {

FileKind Loader::kind_of(std::string_view name) {
    if (name == manifest_name) return FileKind::manifest;
    if (name.starts_with("s")) return FileKind::start;
    return name.starts_with("e") ? FileKind::entries : FileKind::lists;
}

std::vector<std::string> Loader::missing(const views::Route& route) const {
    if (!has_manifest_) return {std::string(manifest_name)};
    std::vector<std::string> files;
    if (!has_start_) files.push_back(manifest_.start_file());
    const auto want = [&](std::string name) {
        if (!name.empty() && std::find(taken_.begin(), taken_.end(), name) == taken_.end()) {
            files.push_back(std::move(name));
        }
    };
    if (route.kind == views::RouteKind::entry) {
        want(manifest_.entry_file(route.path));
    } else if (route.kind == views::RouteKind::search) {
        return files;
    } else if (has_start_) {
        // Which chunk holds a page follows from the sizes that the start data gives.
        want(manifest_.list_file(
            model::chunk_key(route.path, views::chunk_of(route, publication_.site))));
    } else if (route.page == 1) {
        want(manifest_.list_file(model::chunk_key(route.path, 0)));
    }
    return files;
}

std::string Loader::take(std::string_view name, std::string_view bytes) {
    switch (kind_of(name)) {
        case FileKind::manifest: {
            auto manifest = bundle::read_manifest(bytes);
            if (!manifest.value) return manifest.error;
            manifest_ = std::move(*manifest.value);
            has_manifest_ = true;
            return {};
        }
        case FileKind::start: {
            auto site = bundle::read_start(bytes);
            if (!site.value) return site.error;
            publication_.site = std::move(*site.value);
            has_start_ = true;
            return {};
        }
        case FileKind::entries: {
            auto entries = bundle::read_entries(bytes);
            if (!entries.value) return entries.error;
            publication_.entries.merge(*entries.value);
            break;
        }
        case FileKind::lists: {
            auto lists = bundle::read_lists(bytes);
            if (!lists.value) return lists.error;
            publication_.chunks.merge(*lists.value);
            break;
        }
    }
    taken_.emplace_back(name);
    return {};
}

void Loader::forget_files() {
    taken_.clear();
    publication_.entries.clear();
    publication_.chunks.clear();
    has_manifest_ = false;
    has_start_ = false;
}

}  // namespace broadsheet::reader
