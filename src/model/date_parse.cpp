// Parses dates written by people and tools. Numeric forms have the year first. Forms with a month
// name allow any order, which covers RFC 822, RFC 850, RFC 1123, ANSI C and Ruby.
#include <array>
#include <utility>

#include "model/date.h"
#include "strings/ascii.h"

namespace broadsheet::model {

namespace {

class Scanner {
  public:
    explicit Scanner(std::string_view text) : text_(text) {}

    bool at_end() const { return position_ >= text_.size(); }
    char peek() const { return at_end() ? '\0' : text_[position_]; }
    char peek_after(std::size_t ahead) const {
        return position_ + ahead < text_.size() ? text_[position_ + ahead] : '\0';
    }
    bool accept(char c) {
        if (peek() != c) return false;
        ++position_;
        return true;
    }
    void skip_space() {
        while (peek() == ' ' || peek() == '\t') ++position_;
    }

    // Reads at most `most` digits. Returns nothing if there are none or if more digits follow.
    std::optional<std::pair<int, int>> number(int max_digits) {
        int value = 0;
        int digits = 0;
        while (strings::is_digit(peek())) {
            if (++digits > max_digits) return std::nullopt;
            value = value * 10 + (peek() - '0');
            ++position_;
        }
        if (digits == 0) return std::nullopt;
        return std::pair{value, digits};
    }

    std::string word() {
        std::string result;
        while (strings::is_letter(peek())) {
            result += strings::lower_ascii(peek());
            ++position_;
        }
        return result;
    }

  private:
    std::string_view text_;
    std::size_t position_ = 0;
};

std::optional<int> month_number(std::string_view word) {
    static constexpr std::array<std::string_view, 12> names = {
        "january", "february", "march",     "april",   "may",      "june",
        "july",    "august",   "september", "october", "november", "december"};
    if (word == "sept") return 9;
    for (std::size_t i = 0; i < names.size(); ++i) {
        if (word == names[i] || word == names[i].substr(0, 3)) return static_cast<int>(i) + 1;
    }
    return std::nullopt;
}

bool is_weekday(std::string_view word) {
    static constexpr std::array<std::string_view, 7> names = {
        "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
    for (const std::string_view name : names) {
        if (word == name || (word.size() >= 3 && name.starts_with(word))) return true;
    }
    return false;
}

std::optional<int> named_offset(std::string_view word) {
    static constexpr std::array<std::pair<std::string_view, int>, 25> zones = {{
        {"z", 0},      {"utc", 0},    {"gmt", 0},    {"ut", 0},      {"wet", 0},
        {"est", -300}, {"edt", -240}, {"cst", -360}, {"cdt", -300},  {"mst", -420},
        {"mdt", -360}, {"pst", -480}, {"pdt", -420}, {"akst", -540}, {"hst", -600},
        {"bst", 60},   {"west", 60},  {"cet", 60},   {"cest", 120},  {"eet", 120},
        {"eest", 180}, {"msk", 180},  {"ist", 330},  {"jst", 540},   {"aest", 600},
    }};
    for (const auto& [name, minutes] : zones) {
        if (word == name) return minutes;
    }
    return std::nullopt;
}

// "+01:00", "-0700", "+1", including the sign.
std::optional<int> numeric_offset(Scanner& scanner) {
    const int sign = scanner.peek() == '-' ? -1 : 1;
    if (!scanner.accept('+') && !scanner.accept('-')) return std::nullopt;
    const auto first = scanner.number(4);
    if (!first) return std::nullopt;
    int hours = first->first;
    int minutes = 0;
    if (first->second > 2) {
        minutes = hours % 100;
        hours /= 100;
    } else if (scanner.accept(':')) {
        const auto second = scanner.number(2);
        if (!second) return std::nullopt;
        minutes = second->first;
    }
    if (hours > 18 || minutes > 59) return std::nullopt;
    return sign * (hours * 60 + minutes);
}

// "15:04", "15:04:05", "15:04:05.123", optionally followed by "AM" or "PM". `hour` has already been
// read.
bool read_time(Scanner& scanner, int hour, Date& date) {
    if (!scanner.accept(':')) return false;
    const auto minute = scanner.number(2);
    if (!minute) return false;
    date.hour = hour;
    date.minute = minute->first;
    date.second = 0;
    if (scanner.accept(':')) {
        const auto second = scanner.number(2);
        if (!second) return false;
        date.second = second->first == 60 ? 59 : second->first;  // a leap second
        if (scanner.peek() == '.' || scanner.peek() == ',') {
            if (!strings::is_digit(scanner.peek_after(1))) return false;
            scanner.accept(scanner.peek());
            while (strings::is_digit(scanner.peek())) scanner.accept(scanner.peek());
        }
    }
    return date.hour <= 23 && date.minute <= 59 && date.second <= 59;
}

bool apply_half_day(std::string_view word, Date& date) {
    if ((word != "am" && word != "pm") || date.hour < 1 || date.hour > 12) return false;
    date.hour = date.hour % 12 + (word == "pm" ? 12 : 0);
    return true;
}

// Reads the text after the time: AM or PM, then a zone as numbers, letters or both ("-0700 MST", as
// Go prints it).
bool read_zone(Scanner& scanner, Date& date, bool& has_offset) {
    while (true) {
        scanner.skip_space();
        if (scanner.at_end()) return true;
        if (scanner.peek() == '+' || scanner.peek() == '-') {
            const auto offset = numeric_offset(scanner);
            if (!offset) return false;
            date.offset_minutes = *offset;
            has_offset = true;
            continue;
        }
        if (strings::is_digit(scanner.peek())) {
            // Ruby ignores a repeated year.
            const auto year = scanner.number(4);
            if (!year || year->first != date.day.year || has_offset) return false;
            continue;
        }
        const std::string word = scanner.word();
        if (word.empty()) return false;
        if (word == "am" || word == "pm") {
            if (!apply_half_day(word, date)) return false;
            continue;
        }
        const auto offset = named_offset(word);
        if (!offset && !has_offset) return false;
        if (!has_offset && offset) date.offset_minutes = *offset;
        has_offset = true;
    }
}

std::optional<Date> parse_year_first(Scanner scanner, bool& has_offset) {
    Date date;
    has_offset = false;
    const auto year = scanner.number(4);
    if (!year || year->second != 4) return std::nullopt;
    const char separator = scanner.peek();
    if (separator != '-' && separator != '/' && separator != '.') return std::nullopt;
    scanner.accept(separator);
    const auto month = scanner.number(2);
    if (!month || !scanner.accept(separator)) return std::nullopt;
    const auto day = scanner.number(2);
    if (!day) return std::nullopt;
    date.day = {year->first, month->first, day->first};
    if (!is_valid(date.day)) return std::nullopt;
    if (scanner.at_end()) return date;
    if (!scanner.accept('T') && !scanner.accept('t')) {
        if (scanner.peek() != ' ' && scanner.peek() != '\t') return std::nullopt;
        scanner.skip_space();
    }
    if (strings::is_digit(scanner.peek())) {
        const auto hour = scanner.number(2);
        if (!hour || !read_time(scanner, hour->first, date)) return std::nullopt;
    }
    if (!read_zone(scanner, date, has_offset)) return std::nullopt;
    return date;
}

int full_year(std::pair<int, int> number) {
    if (number.second != 2) return number.first;
    return number.first + (number.first < 69 ? 2000 : 1900);
}

// Forms with a month name.
std::optional<Date> parse_named_month(Scanner scanner, bool& has_offset) {
    Date date;
    has_offset = false;
    std::optional<int> day;
    std::optional<int> month;
    std::optional<int> year;
    bool has_time = false;
    while (true) {
        while (scanner.peek() == ' ' || scanner.peek() == '\t' || scanner.peek() == ',' ||
               (scanner.peek() == '-' && !has_time) || scanner.peek() == '.') {
            scanner.accept(scanner.peek());
        }
        if (scanner.at_end()) break;
        if (strings::is_letter(scanner.peek())) {
            const std::string word = scanner.word();
            if (const auto named = month_number(word); named && !month) {
                month = named;
            } else if (is_weekday(word) && !has_time) {
                continue;
            } else if (has_time && apply_half_day(word, date)) {
                continue;
            } else if (const auto offset = named_offset(word); offset && has_time) {
                if (!has_offset) date.offset_minutes = *offset;
                has_offset = true;
            } else if (!(day && (word == "st" || word == "nd" || word == "rd" || word == "th"))) {
                return std::nullopt;
            }
        } else if (strings::is_digit(scanner.peek())) {
            const auto number = scanner.number(4);
            if (!number) return std::nullopt;
            if (scanner.peek() == ':' && !has_time) {
                if (!read_time(scanner, number->first, date)) return std::nullopt;
                has_time = true;
            } else if (!day && number->second <= 2) {
                day = number->first;
            } else if (!year && (number->second == 4 || number->second == 2)) {
                year = full_year(*number);
            } else {
                return std::nullopt;
            }
        } else if (has_time && (scanner.peek() == '+' || scanner.peek() == '-')) {
            const auto offset = numeric_offset(scanner);
            if (!offset) return std::nullopt;
            date.offset_minutes = *offset;
            has_offset = true;
        } else {
            return std::nullopt;
        }
    }
    if (!day || !month || !year) return std::nullopt;
    date.day = {*year, *month, *day};
    if (!is_valid(date.day)) return std::nullopt;
    return date;
}

}  // namespace

std::optional<Date> parse_date(std::string_view text) {
    bool ignored = false;
    return parse_date(text, ignored);
}

std::optional<Date> parse_date(std::string_view text, bool& has_offset) {
    constexpr std::string_view white = " \t\r\n";
    const auto first = text.find_first_not_of(white);
    if (first == std::string_view::npos || text.size() > 100) return std::nullopt;
    text = text.substr(first, text.find_last_not_of(white) - first + 1);
    if (const auto date = parse_year_first(Scanner(text), has_offset)) return date;
    return parse_named_month(Scanner(text), has_offset);
}

}  // namespace broadsheet::model
