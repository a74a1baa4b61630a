// Queries that several views share.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "model/publication.h"

namespace broadsheet::model {

// A tag and its font size in the tag cloud.
struct CloudTag {
    const TagCount* tag = nullptr;
    double points = 8;  // 8–22 pt
};

// The tag cloud, with font sizes by WordPress's rule: weight = round(log10(count + 1) · 100); size
// = 8 + (weight − min) · 14 / max(1, max − min). Uses the first 45 of `tags`, which are sorted by
// use. Sorts the result by name, ignoring ASCII case.
std::vector<CloudTag> tag_cloud(std::span<const TagCount> tags);

// A cell of the calendar.
struct CalendarDay {
    int day = 0;  // 0: a blank cell before the first or after the last day
    bool has_articles = false;
};

// A month of a year.
struct MonthReference {
    int year = 0;
    int month = 0;

    bool operator==(const MonthReference&) const = default;
};

// A month of the calendar.
struct CalendarMonth {
    MonthReference month;
    std::vector<std::vector<CalendarDay>> weeks;  // rows of seven
    std::optional<MonthReference> previous;       // the nearest older month with articles
    std::optional<MonthReference> next;           // the nearest newer month with articles
};

// Arranges a month in weeks. `archive` is sorted newest first, as in Site. `week_start` is 1 for
// Monday … 7 for Sunday.
CalendarMonth calendar_month(std::span<const ArchiveMonth> archive, MonthReference month,
                             int week_start);

// The number of articles in a year.
struct ArchiveYear {
    int year = 0;
    int count = 0;
};
// All years with articles, newest first.
std::vector<ArchiveYear> archive_years(std::span<const ArchiveMonth> archive);

// The categories from the root to `path`; empty if the category does not exist.
std::vector<const CategoryNode*> category_trail(std::span<const CategoryNode> roots,
                                                std::string_view path);

// The number of pages of a list, at least 1.
int page_count(int articles, int page_size);

// True if the site has a podcast: episodes, and the address that their feed needs.
bool has_podcast(const Publication& publication);

// The sources that pages may embed in frames, for the content security policy: the origins of
// third-party embeds, and 'self' if an advertisement is an HTML file.
std::vector<std::string> framed_origins(const Site& site);

}  // namespace broadsheet::model
