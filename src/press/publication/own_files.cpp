#include "press/publication/own_files.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "addresses/feed.h"
#include "addresses/route.h"

namespace broadsheet::press {

namespace {

template <std::size_t size>
bool contains(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

bool is_feed(const model::Publication& publication, const model::Path& path) {
    static constexpr std::array<std::string_view, 3> names = {"feed.xml", "atom.xml", "feed.json"};
    const auto slash = path.rfind('/');
    if (!contains(names, std::string_view(path).substr(slash + 1))) return false;
    const model::List* list = publication.list(path.substr(0, slash + 1));
    return list != nullptr && addresses::has_feed(list->kind);
}

bool is_page(const model::Publication& publication, const model::Path& path) {
    if (publication.entry(path) != nullptr) return true;
    const addresses::Route route = addresses::parse_route(path, publication.site.taxonomies);
    if (route.kind == addresses::RouteKind::search) return true;
    return route.kind == addresses::RouteKind::list && publication.list(route.path) != nullptr;
}

}  // namespace

bool is_generated(const model::Publication& publication, const model::Path& path) {
    static constexpr std::array<std::string_view, 3> files = {"/sitemap.xml", "/news-sitemap.xml",
                                                              "/.broadsheet"};
    if (contains(files, path) || path.starts_with("/bundle/") || is_feed(publication, path)) {
        return true;
    }
    constexpr std::string_view index = "index.html";
    const bool is_index = path.ends_with("/index.html");
    const model::Path page = is_index ? path.substr(0, path.size() - index.size()) : path;
    return is_page(publication, page);
}

bool may_be_replaced(const model::Path& path) {
    static constexpr std::array<std::string_view, 7> files = {
        "/404.html",  "/robots.txt",           "/_headers", "/_redirects",
        "/.nojekyll", "/manifest.webmanifest", "/sw.js"};
    return contains(files, path);
}

}  // namespace broadsheet::press
