#include "views/calendar_list.h"

#include <array>

#include "addresses/paths.h"
#include "addresses/route.h"
#include "ui/phrases.h"

namespace broadsheet::views {

namespace {

using model::ListKind;
using model::TermReference;

// The year, month and day in a calendar path; 0 if absent.
std::array<int, 3> numbers_of(std::string_view path) {
    std::array<int, 3> numbers{};
    std::size_t part = 0;
    for (const char c : path.substr(1)) {
        if (part == numbers.size()) break;
        if (c == '/') {
            ++part;
        } else {
            numbers[part] = numbers[part] * 10 + (c - '0');
        }
    }
    return numbers;
}

// The number of articles of the month that are newer than `day`, and of the day itself.
std::pair<int, int> count_day(const model::ArchiveMonth& month, int day) {
    int newer = 0;
    int own = 0;
    for (const DayCount& each : days_of(month)) {
        if (each.day > day) newer += each.count;
        if (each.day == day) own = each.count;
    }
    return {newer, own};
}

void name(model::List& list, const model::Site& site, const std::array<int, 3>& numbers) {
    const auto [year, month, day] = numbers;
    const TermReference year_term{std::to_string(year), addresses::year_path(year)};
    list.kind = ListKind::year;
    list.path = year_term.path;
    list.title = year_term.name;
    if (month == 0) return;
    const TermReference month_term{ui::month_title(site, year, month),
                                   addresses::month_path(year, month)};
    list.kind = ListKind::month;
    list.path = month_term.path;
    list.title = month_term.name;
    list.trail = {year_term};
    if (day == 0) return;
    list.kind = ListKind::day;
    list.path = addresses::day_path({year, month, day});
    list.title = ui::long_date(site, {year, month, day});
    list.trail = {year_term, month_term};
}

}  // namespace

std::vector<DayCount> days_of(const model::ArchiveMonth& month) {
    std::vector<DayCount> days;
    for (int day = 1; day <= 31; ++day) {
        if (((month.days >> (day - 1)) & 1U) == 0) continue;
        // Invalid data can leave a month with fewer counts than days.
        const std::size_t index = days.size();
        days.push_back({day, index < month.day_counts.size() ? month.day_counts[index] : 0});
    }
    return days;
}

std::optional<CalendarList> calendar_list(const model::Site& site, std::string_view path) {
    if (!addresses::is_calendar_path(path)) return std::nullopt;
    const std::array<int, 3> numbers = numbers_of(path);
    CalendarList result;
    for (const model::ArchiveMonth& each : site.archive) {  // newest first
        const bool newer = each.year > numbers[0] ||
                           (each.year == numbers[0] && numbers[1] != 0 && each.month > numbers[1]);
        if (newer) {
            result.first += each.count;
        } else if (each.year == numbers[0] && numbers[1] == 0) {
            result.count += each.count;
        } else if (each.year == numbers[0] && each.month == numbers[1] && numbers[2] == 0) {
            result.count = each.count;
        } else if (each.year == numbers[0] && each.month == numbers[1]) {
            const auto [before, own] = count_day(each, numbers[2]);
            result.first += before;
            result.count = own;
        }
    }
    if (result.count <= 0 || result.first + result.count > site.article_count) return std::nullopt;
    name(result.list, site, numbers);
    return result;
}

std::optional<model::MonthReference> month_of_list(std::string_view path) {
    if (!addresses::is_calendar_path(path)) return std::nullopt;
    const std::array<int, 3> numbers = numbers_of(path);
    if (numbers[1] == 0) return std::nullopt;
    return model::MonthReference{numbers[0], numbers[1]};
}

}  // namespace broadsheet::views
