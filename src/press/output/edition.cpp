#include "press/output/edition.h"

#include <algorithm>
#include <iterator>
#include <string_view>
#include <utility>

#include "addresses/blocks.h"
#include "addresses/feed.h"
#include "addresses/paths.h"
#include "addresses/route.h"
#include "addresses/wordpress_address.h"
#include "model/queries.h"
#include "press/pages/feed.h"
#include "press/pages/offline_files.h"

namespace broadsheet::press {

namespace {

// True if the site itself has an article, page or file at this path.
bool is_own_file(const LoadedSite& site, std::string_view path) {
    return site.publication.entry(model::Path(path)) != nullptr ||
           std::any_of(site.assets.begin(), site.assets.end(),
                       [&](const Asset& asset) { return asset.path == path; });
}

// For files that depend on very much, or are made so quickly that fingerprints do not help.
Fingerprint unknown(const Fingerprints&) { return 0; }

std::optional<EditionFile> named(std::vector<EditionFile> files, const std::string& name) {
    const auto found = std::find_if(files.begin(), files.end(),
                                    [&](const EditionFile& file) { return file.name == name; });
    return found == files.end() ? std::nullopt : std::optional(std::move(*found));
}

}  // namespace

bool has_page(const model::Entry& entry, Pages pages) {
    return pages != Pages::none && !addresses::is_query_path(entry.summary.path);
}

EditionFile Edition::page_of(const model::Entry& light, const model::Entry* whole) const {
    return {file_of(light.summary.path),
            [&light](const Fingerprints& fingerprints) { return fingerprints.page_of(light); },
            [this, &light, whole] {
                return whole != nullptr ? pages_.of(*whole) : pages_.of(site_.store.load(light));
            }};
}

EditionFile Edition::list_page(const model::List& list, const addresses::Route& route) const {
    return {file_of(addresses::route_path(route)),
            [&list, route](const Fingerprints& fingerprints) {
                return fingerprints.page_of(list, route);
            },
            [this, route] { return pages_.of(route); }};
}

EditionFile Edition::first_page_of(const model::List& list) const {
    return list_page(list, {addresses::RouteKind::list, list.path, 1});
}

std::vector<EditionFile> Edition::pages_of_list(const model::List& list) const {
    std::vector<EditionFile> files;
    const int count = pages_of(list, site_.publication.site);
    for (int page = 1; page <= count; ++page) {
        files.push_back(list_page(list, {addresses::RouteKind::list, list.path, page}));
    }
    return files;
}

std::vector<EditionFile> Edition::blocks_of_list(const model::List& list) const {
    std::vector<EditionFile> files;
    const model::Site& site = site_.publication.site;
    if (!site.steady_pages || model::is_calendar(list.kind)) return files;
    for (int last = site.chunk_length; last <= list.total(); last += site.chunk_length) {
        files.push_back(list_page(list, {addresses::RouteKind::list,
                                         list.path,
                                         1,
                                         {},
                                         false,
                                         addresses::block_ending(last, site)}));
    }
    return files;
}

std::vector<EditionFile> Edition::files_of_lists(Pages pages) const {
    std::vector<EditionFile> files;
    const auto add = [&](std::vector<EditionFile> more) {
        std::move(more.begin(), more.end(), std::back_inserter(files));
    };
    for (const auto& [path, list] : site_.publication.lists) {
        if (pages == Pages::all) {
            add(pages_of_list(list));
        } else if (has_lists(pages) || list.kind == model::ListKind::front) {
            files.push_back(first_page_of(list));
        }
        if (has_lists(pages)) add(blocks_of_list(list));
    }
    return files;
}

std::vector<EditionFile> Edition::feeds_of(const model::List& list) const {
    std::vector<EditionFile> files;
    if (!addresses::has_feed(list.kind)) return files;
    const model::Site& site = site_.publication.site;
    if (!site.feeds_of_lists && list.kind != model::ListKind::front) return files;
    const auto add = [&](const model::Path& path, std::string (*feed)(const FeedSource&)) {
        files.push_back(
            {path.substr(1),
             [&list](const Fingerprints& fingerprints) { return fingerprints.feed_of(list); },
             [this, &list, feed] {
                 return feed({site_.publication, list, site_.base_path, site_.feeds, &site_.store});
             }});
    };
    add(addresses::feed_path(list.path), rss_feed);
    if (!addresses::has_all_feeds(site, list.kind)) return files;
    add(addresses::atom_path(list.path), atom_feed);
    add(addresses::json_path(list.path), json_feed);
    return files;
}

std::vector<EditionFile> Edition::common_files() const {
    std::vector<EditionFile> files;
    const model::List* front = site_.publication.list("/");
    if (front != nullptr && model::has_podcast(site_.publication) &&
        !is_own_file(site_, podcast_path)) {
        files.push_back({std::string(podcast_path.substr(1)), unknown, [this, front] {
                             return podcast_feed({site_.publication, *front, site_.base_path,
                                                  site_.feeds, &site_.store},
                                                 site_.podcast);
                         }});
    }
    const addresses::Route search = addresses::parse_route("/search/");
    if (!site_.publication.entry(search.path)) {
        files.push_back(
            {file_of(search.path), unknown, [this, search] { return pages_.of(search); }});
    }
    if (!is_own_file(site_, addresses::not_found_path)) {
        files.push_back({"404.html", unknown, [this] { return pages_.not_found(); }});
    }
    if (site_.publication.site.offline) {
        files.push_back({file_of(model::Path(addresses::offline_path)), unknown,
                         [this] { return pages_.offline(); }});
    }
    return files;
}

std::optional<EditionFile> Edition::find(const std::string& name) const {
    if (auto file = named(common_files(), name)) return file;
    constexpr std::string_view index = "index.html";
    model::Path path = "/" + name;
    if (path.ends_with(index)) path.resize(path.size() - index.size());
    if (const model::Entry* entry = site_.publication.entry(path)) return page_of(*entry);
    if (const model::List* list = site_.publication.list(path.substr(0, path.rfind('/') + 1))) {
        if (auto feed = named(feeds_of(*list), name)) return feed;
    }
    const addresses::Route route = addresses::parse_route(path, site_.publication.site.taxonomies);
    if (route.kind != addresses::RouteKind::list) return std::nullopt;
    const model::List* list = site_.publication.list(route.path);
    if (list == nullptr || route.page > pages_of(*list, site_.publication.site)) {
        return std::nullopt;
    }
    if (route.block) return named(blocks_of_list(*list), name);
    // The first page of a list has no "page/1/" path.
    EditionFile page = list_page(*list, route);
    return page.name == name ? std::optional(std::move(page)) : std::nullopt;
}

}  // namespace broadsheet::press
