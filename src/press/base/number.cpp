#include "press/base/number.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <string>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

std::size_t digits_at(std::string_view text, std::size_t start) {
    std::size_t end = start;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    return end - start;
}

// The length of the name of a number that has no digits, from `start`; 0 if there is none.
std::size_t name_at(std::string_view text, std::size_t start) {
    const std::string lower = strings::lower_ascii(text.substr(start, 8));
    if (lower == "infinity") return lower.size();
    return lower.starts_with("inf") || lower.starts_with("nan") ? 3 : 0;
}

// The length of the longest number at the start.
std::size_t number_length(std::string_view text) {
    const std::size_t start = text.starts_with('-') ? 1 : 0;
    if (const std::size_t name = name_at(text, start)) return start + name;
    std::size_t end = start + digits_at(text, start);
    std::size_t digits = end - start;
    if (end < text.size() && text[end] == '.') {
        const std::size_t decimals = digits_at(text, end + 1);
        digits += decimals;
        if (digits > 0) end += 1 + decimals;
    }
    if (digits == 0) return 0;
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        std::size_t exponent = end + 1;
        if (exponent < text.size() && (text[exponent] == '-' || text[exponent] == '+')) ++exponent;
        const std::size_t count = digits_at(text, exponent);
        if (count > 0) end = exponent + count;
    }
    return end;
}

// `kind` is 'e' or 'f'.
std::string print(double number, char kind, int decimals) {
    std::array<char, 400> text{};  // the largest number has 309 digits
    const char* const format = kind == 'e' ? "%.*e" : "%.*f";
    std::snprintf(text.data(), text.size(), format, decimals, number);
    return text.data();
}

}  // namespace

std::string print_number(double number) {
    if (!std::isfinite(number)) return std::isnan(number) ? "nan" : number < 0 ? "-inf" : "inf";
    constexpr int max_decimals = 16;  // with the digit before them, these tell all numbers apart
    int decimals = 0;
    std::string scientific = print(number, 'e', decimals);
    while (decimals < max_decimals && std::strtod(scientific.c_str(), nullptr) != number) {
        scientific = print(number, 'e', ++decimals);
    }
    const int exponent = std::atoi(scientific.c_str() + scientific.find('e') + 1);
    std::string fixed = print(number, 'f', std::max(0, decimals - exponent));
    return fixed.size() <= scientific.size() ? fixed : scientific;
}

std::optional<NumberInText> read_number(std::string_view text) {
    const std::size_t length = number_length(text);
    if (length == 0) return std::nullopt;
    const std::string number(text.substr(0, length));
    const double value = std::strtod(number.c_str(), nullptr);
    const bool has_digits = number.find_first_of("0123456789") != std::string::npos;
    if (has_digits && std::isinf(value)) return std::nullopt;
    if (value == 0 && number.substr(0, number.find_first_of("eE")).find_first_of("123456789") !=
                          std::string::npos) {
        return std::nullopt;
    }
    return NumberInText{value, length};
}

}  // namespace broadsheet::press
