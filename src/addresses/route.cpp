#include "addresses/route.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "addresses/paths.h"
#include "strings/percent.h"
#include "strings/utf8.h"

namespace broadsheet::addresses {

namespace {

std::vector<std::string_view> segments_of(std::string_view path) {
    std::vector<std::string_view> segments;
    std::size_t start = 0;
    while (start < path.size()) {
        const std::size_t end = std::min(path.find('/', start), path.size());
        if (end > start) segments.push_back(path.substr(start, end - start));
        start = end + 1;
    }
    return segments;
}

std::optional<int> number_of(std::string_view text, std::size_t digits = 0) {
    if (text.empty() || text.size() > 9 || (digits != 0 && text.size() != digits)) return {};
    int value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size()) return {};
    return value;
}

bool is_date_list(const std::vector<std::string_view>& segments) {
    if (segments.empty() || segments.size() > 3) return false;
    if (!number_of(segments[0], 4)) return false;
    for (std::size_t i = 1; i < segments.size(); ++i) {
        if (!number_of(segments[i], 2)) return false;
    }
    return true;
}

bool is_list(const std::vector<std::string_view>& segments,
             const std::vector<model::TermReference>& taxonomies) {
    if (segments.empty()) return true;
    if (segments[0] == "category") return segments.size() >= 2;
    if (segments[0] == "tag" || segments[0] == "author") return segments.size() == 2;
    if (is_date_list(segments)) return true;
    const auto is_below = [&](const model::TermReference& taxonomy) {
        return taxonomy.path == "/" + std::string(segments[0]) + "/";
    };
    return segments.size() == 2 && std::any_of(taxonomies.begin(), taxonomies.end(), is_below);
}

// "101-200".
Block block_of(std::string_view text) {
    const std::size_t dash = text.find('-');
    if (dash == std::string_view::npos || text.starts_with('0')) return {};
    const auto first = number_of(text.substr(0, dash));
    const auto last = number_of(text.substr(dash + 1));
    return first && last && *first >= 1 && *last >= *first ? Block{*first, *last} : Block{};
}

constexpr std::string_view search_path = "/search/";

// "a+b%20c" → "a b c".
std::string decode_field(std::string_view text) {
    std::string plain(text);
    for (char& c : plain) {
        if (c == '+') c = ' ';
    }
    return strings::percent_decoded(plain);
}

// Reverses decode_field.
std::string encode_field(std::string_view text) {
    static constexpr auto kept = strings::KeptBytes("-._:").with_other_alphabets();
    std::string out;
    for (const char c : text) {
        if (c == ' ') {
            out += '+';
        } else {
            strings::append_percent_encoded(out, std::string_view(&c, 1), kept);
        }
    }
    return out;
}

Route parse_search(std::string_view fields) {
    Route route{RouteKind::search, std::string(search_path), 1};
    while (!fields.empty()) {
        const std::size_t end = std::min(fields.find('&'), fields.size());
        const std::string_view field = fields.substr(0, end);
        fields.remove_prefix(std::min(end + 1, fields.size()));
        if (field.starts_with("q=") || field.starts_with("s=")) {
            route.query = strings::one_line(decode_field(field.substr(2)), longest_query);
        }
        if (field == "sort=date") route.by_date = true;
        if (!field.starts_with("page=")) continue;
        if (const auto page = number_of(field.substr(5)); page && *page >= 1) route.page = *page;
    }
    return route;
}

}  // namespace

Route parse_route(std::string_view path, const std::vector<model::TermReference>& taxonomies) {
    if (path.starts_with(search_path)) {
        const std::string_view rest = path.substr(search_path.size());
        if (rest.empty() || rest[0] == '?')
            return parse_search(rest.empty() ? rest : rest.substr(1));
    }
    std::vector<std::string_view> segments = segments_of(path);
    int page = 1;
    Block block;
    const std::size_t count = segments.size();
    if (count >= 2 && segments[count - 2] == "page") {
        if (const auto number = number_of(segments[count - 1]); number && *number >= 1) {
            page = *number;
            segments.resize(count - 2);
        }
    } else if (count >= 2 && segments[count - 2] == "articles") {
        block = block_of(segments[count - 1]);
        if (block) segments.resize(count - 2);
    }
    if (is_list(segments, taxonomies)) {
        std::string list = "/";
        for (const std::string_view segment : segments) list += std::string(segment) + "/";
        return {RouteKind::list, list, page, {}, false, block};
    }
    return {RouteKind::entry, std::string(path), 1};
}

model::Path route_path(const Route& route) {
    if (route.kind == RouteKind::search) {
        std::string path(search_path);
        if (!route.query.empty()) path += "?q=" + encode_field(route.query);
        if (route.by_date) path += "&sort=date";
        if (route.page > 1) path += "&page=" + std::to_string(route.page);
        return path;
    }
    if (route.kind != RouteKind::list) return route.path;
    return route.block ? block_path(route.path, route.block) : paged_path(route.path, route.page);
}

model::Path block_path(std::string_view list, const Block& block) {
    return std::string(list) + "articles/" + std::to_string(block.first) + "-" +
           std::to_string(block.last) + "/";
}

bool is_calendar_path(std::string_view path) { return is_date_list(segments_of(path)); }

}  // namespace broadsheet::addresses
