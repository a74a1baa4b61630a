// Which view a path asks for.
#pragma once

#include <string>
#include <string_view>

#include "model/publication.h"

namespace broadsheet::addresses {

enum class RouteKind : std::uint8_t {
    list,    // front page, category, tag, author, other term, year, month or day
    search,  // "/search/" with what is asked for as "?q=…&page=…&sort=date"
    entry,   // anything else: article, page, redirect, or nothing
};

// Bytes; the search looks at no more.
inline constexpr std::size_t longest_query = 400;

struct Route {
    RouteKind kind = RouteKind::list;
    model::Path path = "/";  // of the entry, or of the list without its page number
    int page = 1;            // of a list or of results, from 1
    std::string query{};     // of a search: one line of at most `longest_query` bytes
    bool by_date = false;    // of a search: the newest first

    bool operator==(const Route&) const = default;
};

// `path` is decoded and without the base path. Lists are known by their form: "/", "/category/…/",
// "/tag/x/", "/author/x/", "/2025/", "/2025/07/", "/2025/07/14/", each with or without "page/N/".
// `taxonomies` are those of Site; while they are not known, their lists are taken for entries.
Route parse_route(std::string_view path, const std::vector<model::TermReference>& taxonomies = {});

// With the query of a search, percent-encoded.
model::Path route_path(const Route& route);

// True for the lists of years, months and days: "/2025/07/".
bool is_calendar_path(std::string_view path);

}  // namespace broadsheet::addresses
