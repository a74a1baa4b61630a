#include "views/phrases.h"

#include <array>

#include "model/utf8.h"

namespace broadsheet::views {

namespace {

constexpr std::array<std::string_view, 12> months = {
    "January", "February", "March",     "April",   "May",      "June",
    "July",    "August",   "September", "October", "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

std::string first_letters(std::string_view name, int count) {
    std::size_t end = 0;
    for (int i = 0; i < count && end < name.size(); ++i) model::next_code_point(name, end);
    return std::string(name.substr(0, end));
}

}  // namespace

std::string_view month_name(const model::Site& site, int month) {
    const auto index = static_cast<std::size_t>(month - 1) % months.size();
    return index < site.calendar_names.size() ? site.calendar_names[index] : months[index];
}

std::string short_month_name(const model::Site& site, int month) {
    return first_letters(month_name(site, month), 3);
}

std::string_view weekday_name(const model::Site& site, int weekday) {
    const auto index = static_cast<std::size_t>(weekday - 1) % weekdays.size();
    const auto own = months.size() + index;
    return own < site.calendar_names.size() ? site.calendar_names[own] : weekdays[index];
}

std::string weekday_letter(const model::Site& site, int weekday) {
    return first_letters(weekday_name(site, weekday), 1);
}

// Letters of the pattern that mean nothing stand for themselves.
std::string long_date(const model::Site& site, model::Day day) {
    std::string_view pattern = site.date_format;
    std::string out;
    const auto take = [&](std::string_view name, const std::string& value) {
        if (!pattern.starts_with(name)) return false;
        out += value;
        pattern.remove_prefix(name.size());
        return true;
    };
    const auto two_digits = [](int value) {
        return (value < 10 ? "0" : "") + std::to_string(value);
    };
    while (!pattern.empty()) {
        const bool taken = take("YYYY", std::to_string(day.year)) ||
                           take("MMMM", std::string(month_name(site, day.month))) ||
                           take("MMM", short_month_name(site, day.month)) ||
                           take("MM", two_digits(day.month)) ||
                           take("M", std::to_string(day.month)) ||
                           take("DD", two_digits(day.day)) || take("D", std::to_string(day.day));
        if (taken) continue;
        out += pattern.front();
        pattern.remove_prefix(1);
    }
    return out;
}

std::string dateline(const model::Site& site, model::Day day) {
    return std::string(weekday_name(site, model::weekday(day))) + ", " + long_date(site, day);
}

std::string month_title(const model::Site& site, int year, int month) {
    return std::string(month_name(site, month)) + " " + std::to_string(year);
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
