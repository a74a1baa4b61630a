#include "ui/phrases.h"

#include <array>

#include "strings/utf8.h"

namespace broadsheet::ui {

namespace {

constexpr std::array<std::string_view, static_cast<std::size_t>(Phrase::count)> english = {
#define PHRASE(name, english) english,
#include "ui/phrases.inc"
#undef PHRASE
};

constexpr std::array<std::string_view, 19> english_calendar = {
    "January",   "February",  "March",   "April",    "May",      "June",   "July",
    "August",    "September", "October", "November", "December", "Monday", "Tuesday",
    "Wednesday", "Thursday",  "Friday",  "Saturday", "Sunday"};

// The index of the first name of each kind in `Site::calendar_names`.
constexpr std::size_t months_at = 0;
constexpr std::size_t weekdays_at = 12;
constexpr std::size_t months_alone_at = 19;
constexpr std::size_t short_months_at = 31;
constexpr std::size_t weekday_letters_at = 43;

std::string_view calendar_name(const model::Site& site, std::size_t index) {
    if (index < site.calendar_names.size()) return site.calendar_names[index];
    return index < english_calendar.size() ? english_calendar[index] : std::string_view();
}

std::size_t month_index(int month) { return static_cast<std::size_t>(month - 1) % 12; }
std::size_t weekday_index(int weekday) { return static_cast<std::size_t>(weekday - 1) % 7; }

std::string first_letters(std::string_view name, int count) {
    std::size_t end = 0;
    for (int i = 0; i < count && end < name.size(); ++i) strings::next_code_point(name, end);
    return std::string(name.substr(0, end));
}

// Formats a date. Unknown letters of the pattern are kept as text.
std::string formatted(const model::Site& site, std::string_view pattern, model::Day day,
                      std::string_view month) {
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
        const bool taken =
            take("YYYY", std::to_string(day.year)) || take("MMMM", std::string(month)) ||
            take("MMM", short_month_name(site, day.month)) || take("MM", two_digits(day.month)) ||
            take("M", std::to_string(day.month)) || take("DD", two_digits(day.day)) ||
            take("D", std::to_string(day.day));
        if (taken) continue;
        out += pattern.front();
        pattern.remove_prefix(1);
    }
    return out;
}

std::string filled(std::string_view pattern, std::initializer_list<std::string_view> values) {
    std::string out;
    for (std::size_t i = 0; i < pattern.size(); ++i) {
        const std::size_t number =
            i + 2 < pattern.size() && pattern[i] == '{' && pattern[i + 2] == '}'
                ? static_cast<std::size_t>(pattern[i + 1] - '1')
                : values.size();
        if (number < values.size()) {
            out += values.begin()[number];
            i += 2;
        } else {
            out += pattern[i];
        }
    }
    return out;
}

}  // namespace

std::string_view phrase(const model::Site& site, Phrase which) {
    const auto index = static_cast<std::size_t>(which);
    const bool own = index < site.phrases.size() && !site.phrases[index].empty();
    return own ? std::string_view(site.phrases[index]) : english[index];
}

std::string phrase(const model::Site& site, Phrase which,
                   std::initializer_list<std::string_view> values) {
    return filled(phrase(site, which), values);
}

PluralRule plural_rule(std::string_view name) {
    if (name == "none") return PluralRule::none;
    if (name == "zero_one") return PluralRule::zero_one;
    if (name == "slavic") return PluralRule::slavic;
    return name == "arabic" ? PluralRule::arabic : PluralRule::one;
}

int plural_forms(PluralRule rule) {
    static constexpr std::array<int, 5> forms = {1, 2, 2, 3, 6};
    return forms[static_cast<std::size_t>(rule)];
}

int plural_form(PluralRule rule, int number) {
    const int last = number % 10;
    const int last_two = number % 100;
    switch (rule) {
        case PluralRule::none: return 0;
        case PluralRule::one: return number == 1 ? 0 : 1;
        case PluralRule::zero_one: return number <= 1 ? 0 : 1;
        case PluralRule::slavic:
            if (last == 1 && last_two != 11) return 0;
            return last >= 2 && last <= 4 && (last_two < 12 || last_two > 14) ? 1 : 2;
        case PluralRule::arabic:
            if (number <= 2) return number;
            if (last_two >= 3 && last_two <= 10) return 3;
            return last_two >= 11 ? 4 : 5;
    }
    return 0;
}

std::string counted(const model::Site& site, Phrase which, int number) {
    std::string_view forms = phrase(site, which);
    for (int skip = plural_form(plural_rule(phrase(site, Phrase::plural_rule)), number); skip > 0;
         --skip) {
        const auto bar = forms.find('|');
        if (bar == std::string_view::npos) break;
        forms.remove_prefix(bar + 1);
    }
    return filled(forms.substr(0, forms.find('|')), {grouped(site, number)});
}

std::string_view month_name(const model::Site& site, int month) {
    return calendar_name(site, months_at + month_index(month));
}

std::string_view month_name_alone(const model::Site& site, int month) {
    const std::string_view name = calendar_name(site, months_alone_at + month_index(month));
    return name.empty() ? month_name(site, month) : name;
}

std::string short_month_name(const model::Site& site, int month) {
    const std::string_view name = calendar_name(site, short_months_at + month_index(month));
    return name.empty() ? first_letters(month_name(site, month), 3) : std::string(name);
}

std::string_view weekday_name(const model::Site& site, int weekday) {
    return calendar_name(site, weekdays_at + weekday_index(weekday));
}

std::string weekday_letter(const model::Site& site, int weekday) {
    const std::string_view name = calendar_name(site, weekday_letters_at + weekday_index(weekday));
    return name.empty() ? first_letters(weekday_name(site, weekday), 1) : std::string(name);
}

std::string long_date(const model::Site& site, model::Day day) {
    const std::string_view own = site.date_format;
    return formatted(site, own.empty() ? phrase(site, Phrase::date_format) : own, day,
                     month_name(site, day.month));
}

std::string dateline(const model::Site& site, model::Day day) {
    return phrase(site, Phrase::dateline,
                  {weekday_name(site, model::weekday(day)), long_date(site, day)});
}

std::string month_title(const model::Site& site, int year, int month) {
    return formatted(site, phrase(site, Phrase::month_format), {year, month, 1},
                     month_name_alone(site, month));
}

std::string grouped(const model::Site& site, int number) {
    std::string digits = std::to_string(number);
    for (int at = static_cast<int>(digits.size()) - 3; at > 0; at -= 3) {
        digits.insert(static_cast<std::size_t>(at), phrase(site, Phrase::digit_separator));
    }
    return digits;
}

}  // namespace broadsheet::ui
