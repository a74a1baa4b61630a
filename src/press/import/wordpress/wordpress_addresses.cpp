#include "press/import/wordpress/wordpress_addresses.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "addresses/route.h"
#include "addresses/wordpress_address.h"
#include "press/config/permalink.h"
#include "press/import/items/imported_site.h"
#include "press/import/items/item_converter.h"
#include "strings/one_of.h"
#include "strings/percent.h"

namespace broadsheet::press {

namespace {

std::string query_path(std::string_view name, std::string_view value) {
    return std::string(addresses::query_path_start).append(name).append("=").append(value);
}

void add_number(OldAddresses& all, std::string_view name, ItemNumber number,
                const std::string& to) {
    if (number > 0) all.emplace(query_path(name, std::to_string(number)), to);
}

// Pictures have pages of their own, which lead to their articles.
void add_media_page(ItemNumber number, const MediaFile& file, const ImportedSite& site,
                    const ItemConverter& items, OldAddresses& all) {
    const auto& paths = items.published_paths();
    const auto parent = paths.find(file.parent);
    const std::string to = parent != paths.end() ? parent->second : file.address;
    if (to.empty()) return;
    add_number(all, "p", number, to);
    const auto own = clean_address(strings::percent_decoded(site.path_of(file.page)));
    const bool is_free = own && !items.has_path(*own) &&
                         addresses::parse_route(*own).kind == addresses::RouteKind::entry;
    if (is_free) all.emplace(*own, to);
}

// A text that was divided is one page here: "/long/2/" leads to "/long/".
void add_parts(const std::string& path, int parts, const ItemConverter& items, OldAddresses& all) {
    constexpr int most = 1000;
    const std::string folder = path.ends_with('/') ? path : path + "/";
    for (int part = 2; part <= std::min(parts, most); ++part) {
        const std::string own = folder + std::to_string(part) + "/";
        const bool is_free =
            !items.has_path(own) && addresses::parse_route(own).kind == addresses::RouteKind::entry;
        if (is_free) all.emplace(own, path);
    }
}

// True if all fields of a query only say how a page is shown, or where the reader came from.
bool means_the_same_page(std::string_view query) {
    static constexpr auto names = std::to_array<std::string_view>(
        {"amp", "noamp", "replytocom", "share", "fbclid", "gclid", "print", "unapproved",
         "moderation-hash", "doing_wp_cron", "nonamp"});
    while (!query.empty()) {
        const std::string_view field = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(field.size() + 1, query.size()));
        const std::string_view name = field.substr(0, field.find('='));
        const bool is_known = name.starts_with("utm_") || strings::is_one_of(names, name);
        if (!is_known) return false;
    }
    return true;
}

}  // namespace

void add_wordpress_addresses(const ImportedSite& site, const ItemConverter& items,
                             OldAddresses& all) {
    for (const auto& [slug, term] : site.categories) {
        const std::string path = category_path(site, slug);
        add_number(all, "cat", term.number, path);
        // WordPress finds a category within others by its own slug alone.
        all.emplace(query_path("category_name", slug), path);
    }
    for (const auto& [login, author] : site.authors) {
        add_number(all, "author", author.number, "/author/" + author.id + "/");
    }
    for (const auto& [number, path] : items.published_paths()) {
        add_number(all, "p", number, path);
        const auto parts = site.parts.find(number);
        if (parts != site.parts.end()) add_parts(path, parts->second, items, all);
    }
    for (const auto& [number, file] : site.media) add_media_page(number, file, site, items, all);
    for (const char* const old :
         {"/feed/", "/feed/rss2/", "/feed/rss/", "/feed/rdf/", "/comments/feed/"}) {
        all.emplace(old, "/feed.xml");
    }
    all.emplace("/feed/atom/", "/atom.xml");
}

std::string plain_wordpress_path(const std::string& path) {
    std::string rest = path;
    std::string fragment;
    if (const auto hash = rest.find('#'); hash != std::string::npos) {
        fragment = rest.substr(hash);
        rest.erase(hash);
    }
    // Places that WordPress itself makes, and that pages here do not have.
    if (fragment == "#respond" || fragment.starts_with("#more-")) fragment.clear();
    if (const auto query = rest.find('?'); query != std::string::npos) {
        if (!means_the_same_page(std::string_view(rest).substr(query + 1))) return path;
        rest.erase(query);
    }
    if (constexpr std::string_view index = "/index.php/"; rest.starts_with(index)) {
        rest.erase(0, index.size() - 1);
    }
    constexpr std::string_view feed_end = "/feed/";
    if (rest.starts_with("/category/") && rest.ends_with(feed_end)) {
        return rest.substr(0, rest.size() - feed_end.size()) + "/feed.xml";
    }
    if (std::string feed = addresses::wordpress_path(rest); feed != rest) return feed;
    return std::string(addresses::path_of_owner(rest)) + fragment;
}

std::string wordpress_original(const std::string& address) {
    const auto end = std::min(address.find_first_of("?#"), address.size());
    const std::string_view name = std::string_view(address).substr(0, end);
    const auto dot = name.rfind('.');
    const auto dash = name.rfind('-', dot);
    if (dot == std::string_view::npos || dash == std::string_view::npos) return {};
    const std::string_view size = name.substr(dash + 1, dot - dash - 1);
    const auto cross = size.find('x');
    const bool is_size = cross != std::string_view::npos && cross > 0 && cross + 1 < size.size() &&
                         size.find_first_not_of("0123456789x") == std::string_view::npos;
    return is_size ? std::string(name.substr(0, dash)) + std::string(name.substr(dot))
                   : std::string();
}

std::string undelivered_by_jetpack(const std::string& address) {
    const auto begin = address.find("//");
    if (begin == std::string::npos) return address;
    const std::string_view rest = std::string_view(address).substr(begin + 2);
    const std::string_view host = rest.substr(0, rest.find('/'));
    if (host.ends_with(".files.wordpress.com")) return address.substr(0, address.find('?'));
    const bool is_jetpack = host.size() == 9 && host[0] == 'i' && host.ends_with(".wp.com");
    if (!is_jetpack || rest.size() <= host.size() + 1) return address;
    const std::string_view own = rest.substr(host.size() + 1);
    return "https://" + std::string(own.substr(0, own.find('?')));
}

}  // namespace broadsheet::press
