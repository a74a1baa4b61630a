// Dates and times of articles: the local time that the author wrote and its offset from UTC, in the
// proleptic Gregorian calendar, years 1–9999.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "model/members.h"

namespace broadsheet::model {

// A calendar day.
struct Day {
    int year = 1970;
    int month = 1;  // 1–12
    int day = 1;    // 1–31

    auto operator<=>(const Day&) const = default;
};

// A day and local time.
struct Date {
    Day day;
    int hour = 0;
    int minute = 0;
    int second = 0;
    int offset_minutes = 0;  // east of UTC

    bool operator==(const Date&) const = default;
};

// True if the day exists and its year is 1–9999.
bool is_valid(Day day);
bool is_leap_year(int year);
int days_in_month(int year, int month);

// The number of days since 1970-01-01, negative for earlier days.
std::int64_t days_since_epoch(Day day);
Day day_from_epoch(std::int64_t days);

// The day of the week: 1 is Monday, 7 is Sunday (ISO 8601).
int weekday(Day day);

// The number of seconds since 1970-01-01T00:00:00Z. Articles are sorted by it.
std::int64_t seconds_since_epoch(const Date& date);
Date date_from_epoch(std::int64_t seconds);

// Parses every date format that Hugo and Jekyll accept: `2024-02-06`, `2024-2-6`, `2024/02/06`,
// `2024-02-06 15:04`, `2024-02-06T15:04:05.123Z`, `… +0100`, `… -07:00`, `… UTC`, `… EST`, `06 Feb
// 2024`, `Feb 6, 2024`, `February 6, 2024`, `Tue, 06 Feb 2024 15:04:05 GMT`. Returns nothing for
// other texts and for days that do not exist.
std::optional<Date> parse_date(std::string_view text);
// Also sets `has_offset`: the text names its offset from UTC or its time zone.
std::optional<Date> parse_date(std::string_view text, bool& has_offset);

// Formats a date as RFC 3339 does: "2024-02-06T15:04:05Z" or "…+01:00".
std::string format_rfc3339(const Date& date);
// Formats a day as "2024-02-06".
std::string format_day(Day day);

// See model/members.h.
template <Either<Day> Type, typename Visit>
void members(Type& value, Visit&& visit) {
    auto& [year, month, day] = value;
    visit(year, month, day);
}

template <Either<Date> Type, typename Visit>
void members(Type& date, Visit&& visit) {
    auto& [day, hour, minute, second, offset_minutes] = date;
    visit(day, hour, minute, second, offset_minutes);
}

}  // namespace broadsheet::model
