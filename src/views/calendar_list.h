// Lists of years, months and days. They are parts of the front page's list, so nothing of them is
// stored: where they begin and end follows from the counts of the archive.
#pragma once

#include <optional>
#include <string_view>

#include "model/publication.h"
#include "model/queries.h"

namespace broadsheet::views {

struct CalendarList {
    model::List list;  // without its articles
    int first = 0;     // place of its newest article in the front page's list
    int count = 0;
};

// Nothing where `path` is no such list, or has no articles.
std::optional<CalendarList> calendar_list(const model::Site& site, std::string_view path);

// The month of "/2025/07/" and "/2025/07/14/".
std::optional<model::MonthReference> month_of_list(std::string_view path);

}  // namespace broadsheet::views
