#include "press/config/reserved_addresses.h"

#include <array>

#include "addresses/paths.h"
#include "addresses/route.h"
#include "strings/one_of.h"

namespace broadsheet::press {

bool is_reserved_address(std::string_view path,
                         const std::vector<model::TermReference>& taxonomies) {
    static constexpr auto files = std::to_array<std::string_view>(
        {"/feed.xml", "/atom.xml", "/feed.json", "/podcast.xml", "/sitemap.xml",
         "/news-sitemap.xml", "/robots.txt", "/_headers", "/_redirects", "/manifest.webmanifest",
         "/sw.js", "/live-comments/", addresses::offline_path});
    const std::string_view first = path.substr(1, path.find('/', 1) - 1);
    const std::string_view file = path.substr(0, path.rfind('/'));
    return first == "bundle" || first == "assets" || file == "/.broadsheet" ||
           strings::is_one_of(files, path) || strings::is_one_of(files, file) ||
           addresses::parse_route(path, taxonomies).kind != addresses::RouteKind::entry;
}

}  // namespace broadsheet::press
