#include "model/date.h"

#include <array>

namespace broadsheet::model {

namespace {

constexpr std::int64_t seconds_per_day = 86400;

void append_padded(std::string& out, int value, std::size_t width) {
    const std::string digits = std::to_string(value);
    if (digits.size() < width) out.append(width - digits.size(), '0');
    out += digits;
}

}  // namespace

bool is_leap_year(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
    static constexpr std::array<int, 12> lengths = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (month < 1 || month > 12) return 0;
    if (month == 2 && is_leap_year(year)) return 29;
    return lengths[static_cast<std::size_t>(month - 1)];
}

bool is_valid(Day day) {
    return day.year >= 1 && day.year <= 9999 && day.month >= 1 && day.month <= 12 && day.day >= 1 &&
           day.day <= days_in_month(day.year, day.month);
}

// Both conversions use eras of 400 years that begin on 1 March, so that the leap day is the last
// day of a year.
std::int64_t days_since_epoch(Day day) {
    const std::int64_t year = day.month <= 2 ? day.year - 1 : day.year;
    const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
    const std::int64_t year_of_era = year - era * 400;
    const std::int64_t month_from_march = (day.month + 9) % 12;
    const std::int64_t day_of_year = (153 * month_from_march + 2) / 5 + day.day - 1;
    const std::int64_t day_of_era =
        year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
    return era * 146097 + day_of_era - 719468;
}

Day day_from_epoch(std::int64_t days) {
    days += 719468;
    const std::int64_t era = (days >= 0 ? days : days - 146096) / 146097;
    const std::int64_t day_of_era = days - era * 146097;
    const std::int64_t year_of_era =
        (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
    const std::int64_t day_of_year =
        day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    const std::int64_t month_from_march = (5 * day_of_year + 2) / 153;
    Day result;
    result.day = static_cast<int>(day_of_year - (153 * month_from_march + 2) / 5 + 1);
    result.month =
        static_cast<int>(month_from_march < 10 ? month_from_march + 3 : month_from_march - 9);
    result.year = static_cast<int>(year_of_era + era * 400 + (result.month <= 2 ? 1 : 0));
    return result;
}

int weekday(Day day) {
    // 1970-01-01 was a Thursday.
    const std::int64_t from_monday = (days_since_epoch(day) + 3) % 7;
    return static_cast<int>(from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

std::int64_t seconds_since_epoch(const Date& date) {
    return days_since_epoch(date.day) * seconds_per_day + date.hour * 3600 + date.minute * 60 +
           date.second - std::int64_t{date.offset_minutes} * 60;
}

Date date_from_epoch(std::int64_t seconds) {
    std::int64_t days = seconds / seconds_per_day;
    std::int64_t rest = seconds % seconds_per_day;
    if (rest < 0) {
        rest += seconds_per_day;
        --days;
    }
    Date result;
    result.day = day_from_epoch(days);
    result.hour = static_cast<int>(rest / 3600);
    result.minute = static_cast<int>(rest / 60 % 60);
    result.second = static_cast<int>(rest % 60);
    return result;
}

std::string format_day(Day day) {
    std::string out;
    append_padded(out, day.year, 4);
    out += '-';
    append_padded(out, day.month, 2);
    out += '-';
    append_padded(out, day.day, 2);
    return out;
}

std::string format_rfc3339(const Date& date) {
    std::string out = format_day(date.day);
    out += 'T';
    append_padded(out, date.hour, 2);
    out += ':';
    append_padded(out, date.minute, 2);
    out += ':';
    append_padded(out, date.second, 2);
    if (date.offset_minutes == 0) return out + "Z";
    const int offset = date.offset_minutes < 0 ? -date.offset_minutes : date.offset_minutes;
    out += date.offset_minutes < 0 ? '-' : '+';
    append_padded(out, offset / 60, 2);
    out += ':';
    append_padded(out, offset % 60, 2);
    return out;
}

}  // namespace broadsheet::model
