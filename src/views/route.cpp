#include "views/route.h"

#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "model/slug.h"

namespace broadsheet::views {

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

bool is_list(const std::vector<std::string_view>& segments) {
    if (segments.empty()) return true;
    if (segments[0] == "category") return segments.size() >= 2;
    if (segments[0] == "tag" || segments[0] == "author") return segments.size() == 2;
    return is_date_list(segments);
}

}  // namespace

Route parse_route(std::string_view path) {
    std::vector<std::string_view> segments = segments_of(path);
    int page = 1;
    const std::size_t count = segments.size();
    if (count >= 2 && segments[count - 2] == "page") {
        if (const auto number = number_of(segments[count - 1]); number && *number >= 1) {
            page = *number;
            segments.resize(count - 2);
        }
    }
    if (is_list(segments)) {
        std::string list = "/";
        for (const std::string_view segment : segments) list += std::string(segment) + "/";
        return {RouteKind::list, list, page};
    }
    return {RouteKind::entry, std::string(path), 1};
}

model::Path route_path(const Route& route) {
    return route.kind == RouteKind::list ? model::paged_path(route.path, route.page) : route.path;
}

int chunk_of(const Route& route, const model::Site& site) {
    const int pages_in_chunk = site.page_size > 0 ? site.chunk_size / site.page_size : 1;
    return pages_in_chunk > 0 ? (route.page - 1) / pages_in_chunk : 0;
}

}  // namespace broadsheet::views
