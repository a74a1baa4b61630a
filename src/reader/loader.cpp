#include "reader/loader.h"

#include <algorithm>
#include <utility>

#include "bundle/read/read.h"
#include "views/calendar_list.h"

namespace broadsheet::reader {

FileKind Loader::kind_of(std::string_view name) {
    if (name == manifest_name) return FileKind::manifest;
    if (name.starts_with("s")) return FileKind::start;
    return name.starts_with("e") ? FileKind::entries : FileKind::lists;
}

bool Loader::has(const std::string& name) const {
    return std::find(taken_.begin(), taken_.end(), name) != taken_.end();
}

void Loader::want(std::string name, Names& files) const {
    if (!name.empty() && !has(name)) files.push_back(std::move(name));
}

std::vector<std::string> Loader::missing(const addresses::Route& route) {
    if (!has_manifest_) return {std::string(manifest_name)};
    Names files;
    if (!has_start_) files.push_back(manifest_.start_file());
    if (route.kind == addresses::RouteKind::entry) want(manifest_.entry_file(route.path), files);
    if (route.kind == addresses::RouteKind::list) want_list(route, files);
    return files;
}

void Loader::want_list(const addresses::Route& route, Names& files) {
    if (addresses::is_calendar_path(route.path)) {
        if (has_start_) want_calendar_list(route, files);
        return;
    }
    const model::Site& site = publication_.site;
    if (route.page == 1 && !route.block) return want(manifest_.list_file(route.path), files);
    if (!has_start_) return;
    const int first = (route.page - 1) * site.page_size;
    if (const model::List* list = publication_.list(route.path)) {
        if (!route.block) {
            return want_part(route.path, list->total(), first, site.page_size, files);
        }
        return want_part(route.path, list->total(), list->total() - route.block.last,
                         site.chunk_length, files);
    }
    // The beginning of a list has at least half a chunk. For later pages, the list's length is
    // needed first.
    const std::string heading = manifest_.heading_file(route.path);
    const bool near = !route.block && first + site.page_size <= site.chunk_length / 2;
    want(near || heading.empty() || has(heading) ? manifest_.list_file(route.path) : heading,
         files);
}

void Loader::want_part(const model::Path& path, int total, int first, int count,
                       Names& files) const {
    if (first >= total) return;
    const int oldest = std::max(0, total - first - count);
    const int chunk = bundle::chunk_of(oldest, total, publication_.site);
    want(chunk == bundle::chunk_count(total, publication_.site) ? manifest_.list_file(path)
                                                                : manifest_.chunk_file(path, chunk),
         files);
}

void Loader::want_calendar_list(const addresses::Route& route, Names& files) {
    auto calendar = views::calendar_list(publication_.site, route.path);
    const model::List* all = publication_.list("/");
    if (!calendar || all == nullptr) return;
    const int page_size = publication_.site.page_size;
    const int first = (route.page - 1) * page_size;
    if (route.block) return;  // calendar lists have no blocks
    const int count = std::min(page_size, calendar->count - first);
    if (count <= 0) return;
    want_part("/", all->total(), calendar->first + first, count, files);
    if (!files.empty()) return;
    const auto begin = all->articles.begin() + calendar->first;
    calendar->list.articles.assign(begin, begin + calendar->count);
    publication_.lists.insert_or_assign(route.path, std::move(calendar->list));
}

void Loader::take_list(bundle::ListPart part) {
    if (part.chunk >= 0) {
        chunks_.push_back(std::move(part));
        return;
    }
    model::List& list = publication_.lists[part.list.path];
    part.list.articles = std::move(list.articles);
    part.list.articles.resize(static_cast<std::size_t>(part.total));
    list = std::move(part.list);
    bundle::place(std::move(part), list, publication_.site);
}

void Loader::place_chunks() {
    for (bundle::ListPart& chunk : chunks_) {
        const auto list = publication_.lists.find(chunk.list.path);
        if (list == publication_.lists.end()) continue;
        bundle::place(std::exchange(chunk, {}), list->second, publication_.site);
    }
    chunks_.erase(std::remove_if(chunks_.begin(), chunks_.end(),
                                 [](const auto& chunk) { return chunk.list.path.empty(); }),
                  chunks_.end());
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
            if (!publication_.list("/")) {
                bundle::ListPart all;
                all.list.path = "/";
                all.list.title = publication_.site.title;
                all.list.description = publication_.site.description;
                all.total = publication_.site.article_count;
                take_list(std::move(all));
            }
            place_chunks();
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
            for (bundle::ListPart& part : *lists.value) take_list(std::move(part));
            if (has_start_) place_chunks();
            break;
        }
    }
    taken_.emplace_back(name);
    return {};
}

}  // namespace broadsheet::reader
