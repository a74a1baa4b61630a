#include "addresses/wordpress_address.h"

#include <algorithm>
#include <string>

#include "addresses/feed.h"
#include "addresses/route.h"
#include "strings/percent.h"

namespace broadsheet::addresses {

namespace {

bool is_number(std::string_view text) {
    constexpr std::size_t most_digits = 18;
    return !text.empty() && text.size() <= most_digits &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// "?p=1&s=x": the value of a field; empty if there is none.
std::string_view field_of(std::string_view query, std::string_view name) {
    query.remove_prefix(1);
    while (!query.empty()) {
        const std::string_view field = query.substr(0, query.find('&'));
        query.remove_prefix(std::min(field.size() + 1, query.size()));
        if (field.starts_with(name) && field.substr(name.size()).starts_with('=')) {
            return field.substr(name.size() + 1);
        }
    }
    return {};
}

// "202507" → "/2025/07/".
std::string day_path(std::string_view digits) {
    std::string path = "/";
    for (std::size_t at = 0; at < std::min<std::size_t>(digits.size(), 8);) {
        const std::size_t length = at == 0 ? 4 : 2;
        if (at + length > digits.size()) break;
        path += std::string(digits.substr(at, length)) + "/";
        at += length;
    }
    return path;
}

std::string list_of(std::string_view query) {
    const auto named = [&](std::string_view name, const std::string& start) {
        const std::string value = strings::percent_decoded(field_of(query, name));
        const bool usable = !value.empty() && value.find_first_of("?#") == std::string::npos &&
                            value.find("..") == std::string::npos;
        return usable ? start + value + "/" : std::string();
    };
    if (auto path = named("tag", "/tag/"); !path.empty()) return path;
    if (auto path = named("author_name", "/author/"); !path.empty()) return path;
    if (auto path = named("category_name", "/category/"); !path.empty()) {
        // A name alone may be that of a category within others.
        const std::string name = path.substr(std::string_view("/category/").size());
        const bool is_alone = name.find('/') == name.size() - 1;
        return is_alone ? std::string(query_path_start) +
                              "category_name=" + name.substr(0, name.size() - 1)
                        : path;
    }
    if (auto path = named("pagename", "/"); !path.empty()) return path;
    const std::string_view month = field_of(query, "m");
    return is_number(month) ? day_path(month) : "/";
}

model::Path path_of_query(std::string_view query) {
    for (const auto& [name, kept] :
         {std::pair("p", "p"), std::pair("page_id", "p"), std::pair("attachment_id", "p"),
          std::pair("cat", "cat"), std::pair("author", "author")}) {
        const std::string_view value = field_of(query, name);
        if (is_number(value))
            return std::string(query_path_start) + kept + "=" + std::string(value);
    }
    if (const std::string_view words = field_of(query, "s"); !words.empty()) {
        return route_path(parse_route("/search/?s=" + std::string(words)));
    }
    std::string path = list_of(query);
    if (is_query_path(path)) return path;
    if (!field_of(query, "feed").empty()) return feed_path(path);
    const std::string_view page = field_of(query, "paged");
    if (is_number(page) && page != "0" && page != "1") path += "page/" + std::string(page) + "/";
    return path;
}

}  // namespace

model::Path wordpress_path(std::string_view path) {
    constexpr std::string_view feed = "/feed/";
    if (is_query_path(path)) return path_of_query(path.substr(1));
    if (path.ends_with(feed) && parse_route(path).kind == RouteKind::entry) {
        const std::string list(path.substr(0, path.size() - feed.size() + 1));
        if (parse_route(list).kind == RouteKind::list && !is_calendar_path(list)) {
            return feed_path(list);
        }
    }
    return std::string(path);
}

std::string_view path_of_owner(std::string_view path) {
    for (const std::string_view end : {"amp/", "feed/", "embed/", "trackback/", "comment-page-"}) {
        const auto at = path.rfind(end);
        if (at == std::string_view::npos || at == 0 || path[at - 1] != '/') continue;
        const std::string_view rest = path.substr(at + end.size());
        if (end.ends_with('/') ? rest.empty() : rest.find('/') == rest.size() - 1) {
            return path.substr(0, at);
        }
    }
    return path;
}

}  // namespace broadsheet::addresses
