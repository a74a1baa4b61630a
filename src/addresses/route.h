// Determines the view for a path.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::addresses {

// The kind of view.
enum class RouteKind : std::uint8_t {
    list,    // front page, category, tag, author, other term, year, month or day
    search,  // "/search/" with the query in "?q=…&page=…&sort=date"
    entry,   // any other path: an article, page, redirect, or not found
};

// The maximum length of a search query in bytes. The rest is ignored.
inline constexpr std::size_t longest_query = 400;

// A block of a list: the articles from number `first` to `last`, counted from the oldest, which is
// 1. In contrast to pages, blocks keep their articles when new ones appear.
struct Block {
    int first = 0;  // 0: no block
    int last = 0;

    bool operator==(const Block&) const = default;
    explicit operator bool() const { return first > 0; }
};

// The parsed path.
struct Route {
    RouteKind kind = RouteKind::list;
    model::Path path = "/";  // of the entry, or of the list without "page/N/" or block
    int page = 1;            // page number in a list or in search results, from 1
    std::string query{};     // search query: one line of at most `longest_query` bytes
    bool by_date = false;    // search results are sorted by date, newest first
    Block block{};           // of a list; `page` is then 1

    bool operator==(const Route&) const = default;
};

// Parses `path`, which is decoded and has no base path. Lists are recognised by their form: "/",
// "/category/…/", "/tag/x/", "/author/x/", "/2025/", "/2025/07/", "/2025/07/14/", each with or
// without "page/N/" or "articles/101-200/". `taxonomies` are those of Site. Without them, lists of
// custom taxonomies are routed as entries.
Route parse_route(std::string_view path, const std::vector<model::TermReference>& taxonomies = {});

// The path of a route. That of a search includes its percent-encoded query.
model::Path route_path(const Route& route);

// The path of a block of a list: "/tag/x/" → "/tag/x/articles/101-200/".
model::Path block_path(std::string_view list, const Block& block);

// True for paths of lists by year, month or day: "/2025/07/".
bool is_calendar_path(std::string_view path);

}  // namespace broadsheet::addresses
