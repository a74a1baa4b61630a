#include "model/queries.h"

#include <algorithm>
#include <cmath>

#include "strings/ascii.h"

namespace broadsheet::model {

namespace {

constexpr std::size_t cloud_size = 45;
constexpr double smallest_points = 8;
constexpr double largest_points = 22;

bool name_less(std::string_view left, std::string_view right) {
    const auto less = [](char a, char b) {
        return static_cast<unsigned char>(strings::lower_ascii(a)) <
               static_cast<unsigned char>(strings::lower_ascii(b));
    };
    if (std::lexicographical_compare(left.begin(), left.end(), right.begin(), right.end(), less)) {
        return true;
    }
    if (std::lexicographical_compare(right.begin(), right.end(), left.begin(), left.end(), less)) {
        return false;
    }
    return left < right;
}

bool find_trail(std::span<const CategoryNode> nodes, std::string_view path,
                std::vector<const CategoryNode*>& trail) {
    for (const CategoryNode& node : nodes) {
        trail.push_back(&node);
        if (node.path == path || find_trail(node.children, path, trail)) return true;
        trail.pop_back();
    }
    return false;
}

int month_index(int year, int month) { return year * 12 + month; }

}  // namespace

std::vector<CloudTag> tag_cloud(std::span<const TagCount> tags) {
    tags = tags.first(std::min(tags.size(), cloud_size));
    const auto weight = [](int count) { return std::round(std::log10(count + 1) * 100); };
    double least = 0;
    double most = 0;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const double value = weight(tags[i].count);
        least = i == 0 ? value : std::min(least, value);
        most = i == 0 ? value : std::max(most, value);
    }
    const double step = (largest_points - smallest_points) / std::max(1.0, most - least);
    std::vector<CloudTag> cloud;
    cloud.reserve(tags.size());
    for (const TagCount& tag : tags) {
        cloud.push_back({&tag, smallest_points + (weight(tag.count) - least) * step});
    }
    // Tags with the same name stay in their order, most used first.
    std::sort(cloud.begin(), cloud.end(), [](const CloudTag& left, const CloudTag& right) {
        if (left.tag->name == right.tag->name) return left.tag < right.tag;
        return name_less(left.tag->name, right.tag->name);
    });
    return cloud;
}

CalendarMonth calendar_month(std::span<const ArchiveMonth> archive, MonthReference month,
                             int week_start) {
    CalendarMonth result;
    result.month = month;
    std::uint32_t days = 0;
    const int wanted = month_index(month.year, month.month);
    for (const ArchiveMonth& each : archive) {
        const int index = month_index(each.year, each.month);
        const MonthReference reference{each.year, each.month};
        if (index == wanted) days = each.days;
        if (index > wanted) result.next = reference;  // the last newer month is the nearest
        if (index < wanted && !result.previous) result.previous = reference;
    }
    const int first = weekday({month.year, month.month, 1});
    const int blanks = (first - week_start + 7) % 7;
    const int length = days_in_month(month.year, month.month);
    for (int cell = 0; cell < blanks + length || cell % 7 != 0; ++cell) {
        if (cell % 7 == 0) result.weeks.emplace_back();
        const int day = cell - blanks + 1;
        CalendarDay entry;
        if (day >= 1 && day <= length) {
            entry.day = day;
            entry.has_articles = ((days >> (day - 1)) & 1u) != 0;
        }
        result.weeks.back().push_back(entry);
    }
    return result;
}

std::vector<ArchiveYear> archive_years(std::span<const ArchiveMonth> archive) {
    std::vector<ArchiveYear> years;
    for (const ArchiveMonth& month : archive) {
        if (years.empty() || years.back().year != month.year) years.push_back({month.year, 0});
        years.back().count += month.count;
    }
    return years;
}

std::vector<const CategoryNode*> category_trail(std::span<const CategoryNode> roots,
                                                std::string_view path) {
    std::vector<const CategoryNode*> trail;
    find_trail(roots, path, trail);
    return trail;
}

int page_count(int articles, int page_size) {
    if (page_size <= 0) return 1;
    return std::max(1, (articles + page_size - 1) / page_size);
}

bool has_podcast(const Publication& publication) {
    return !publication.site.base_url.empty() &&
           std::any_of(publication.entries.begin(), publication.entries.end(),
                       [](const auto& each) { return each.second.episode.has_value(); });
}

std::vector<std::string> framed_origins(const Site& site) {
    std::vector<std::string> origins = site.frame_sources;
    const auto add = [&](std::string origin) {
        if (std::find(origins.begin(), origins.end(), origin) == origins.end()) {
            origins.push_back(std::move(origin));
        }
    };
    const std::string& frame = site.comments.frame;
    if (const auto scheme = frame.find("://"); scheme != std::string::npos) {
        add(frame.substr(0, frame.find('/', scheme + 3)));
    }
    const auto& list = site.advertisements;
    if (frame.starts_with('/') ||
        std::any_of(list.begin(), list.end(), [](const auto& each) { return each.framed; })) {
        add("'self'");
    }
    return origins;
}

}  // namespace broadsheet::model
