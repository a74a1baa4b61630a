// Functions for ASCII characters that do not depend on the locale. All other bytes stay unchanged.
#pragma once

#include <limits>
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

// The text as one line: each run of spaces, line ends and other control characters is one space,
// and there is none at the ends. Stops when the result has `limit` bytes.
std::string single_spaced(std::string_view text,
                          std::size_t limit = std::numeric_limits<std::size_t>::max());

// For messages: the text between straight quotes.
std::string in_quotes(std::string_view text);

}  // namespace broadsheet::strings
