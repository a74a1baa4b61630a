// Code points in and out of UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::strings {

inline constexpr char32_t replacement_character = 0xFFFD;

// Reads the code point at `position` and moves past it. A malformed byte gives
// `replacement_character` and moves on by one, so that a loop always ends.
// REQUIRES: position < text.size()
char32_t next_code_point(std::string_view text, std::size_t& position);

std::u32string code_points(std::string_view text);

// Whether a byte goes on with a code point that another began.
inline bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
// `position`, or where the code point begins that it is within: text cut there is whole.
std::size_t code_point_begin(std::string_view text, std::size_t position);

// Surrogates and numbers beyond U+10FFFF become `replacement_character`.
void append_utf8(std::string& out, char32_t code_point);

// `text` as one line of well-formed UTF-8 without control characters, which become spaces. At most
// `limit` bytes of it, and what the last code point needs.
std::string one_line(std::string_view text, std::size_t limit);

// Offset of the first byte that is not UTF-8 (overlong forms and surrogates are not).
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// Han, kana, hangul and the full-width forms: scripts that set one character per square.
bool is_cjk(char32_t code_point);

}  // namespace broadsheet::strings
