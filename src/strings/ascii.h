// Functions for ASCII characters that do not depend on the locale. All other bytes stay unchanged.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::strings {

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
constexpr char lower_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}
std::string lower_ascii(std::string_view text);

// Returns `text` without the characters of `around` at both ends.
std::string_view trimmed(std::string_view text, std::string_view around = " \t\n");

// For messages: the text between straight quotes.
std::string in_quotes(std::string_view text);

}  // namespace broadsheet::strings
