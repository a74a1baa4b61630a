#include "views/phrases.h"

#include <array>

namespace broadsheet::views {

namespace {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

}  // namespace

std::string_view month_name(int month) { return months[static_cast<std::size_t>(month - 1) % 12]; }

std::string_view short_month_name(int month) { return month_name(month).substr(0, 3); }

std::string_view weekday_name(int weekday) {
    return weekdays[static_cast<std::size_t>(weekday - 1) % 7];
}

std::string_view weekday_letter(int weekday) { return weekday_name(weekday).substr(0, 1); }

std::string long_date(model::Day day) {
    return std::string(month_name(day.month)) + " " + std::to_string(day.day) + ", " +
           std::to_string(day.year);
}

std::string dateline(model::Day day) {
    return std::string(weekday_name(model::weekday(day))) + ", " + long_date(day);
}

std::string month_title(int year, int month) {
    return std::string(month_name(month)) + " " + std::to_string(year);
}

std::string grouped(int number) {
    std::string digits = std::to_string(number);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), ",");
    }
    return digits;
}

std::string article_count(int count) {
    return grouped(count) + (count == 1 ? " article" : " articles");
}

}  // namespace broadsheet::views
