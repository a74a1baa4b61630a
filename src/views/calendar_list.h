// Lists of years, months and days. They are not stored, because they are ranges of the front page's
// list, which are calculated from the counts of the archive.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "model/publication.h"
#include "model/queries.h"

namespace broadsheet::views {

// A range of the front page's list.
struct CalendarList {
    model::List list;  // without its articles
    int first = 0;     // index of its newest article in the front page's list
    int count = 0;
};

// Returns nothing if `path` is not the path of such a list, or the list has no articles.
std::optional<CalendarList> calendar_list(const model::Site& site, std::string_view path);

// A day of a month and its number of articles.
struct DayCount {
    int day = 0;
    int count = 0;
};

// The days of a month that have articles, oldest first.
std::vector<DayCount> days_of(const model::ArchiveMonth& month);

// The month of a path such as "/2025/07/" or "/2025/07/14/".
std::optional<model::MonthReference> month_of_list(std::string_view path);

}  // namespace broadsheet::views
