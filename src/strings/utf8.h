// Reads and writes UTF-8.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace broadsheet::strings {

// Stands for malformed input.
inline constexpr char32_t replacement_character = 0xFFFD;

// Reads the code point at `position` and advances `position` past it. For a malformed byte, returns
// `replacement_character` and advances by one byte, so loops always end.
// REQUIRES: position < text.size()
char32_t next_code_point(std::string_view text, std::size_t& position);

// Decodes the whole text.
std::u32string code_points(std::string_view text);

// True for the second and later bytes of a code point.
inline bool is_continuation(char byte) {
    return (static_cast<unsigned char>(byte) & 0xC0U) == 0x80U;
}
// The first byte of the code point that contains `position`. Text cut there is not split inside a
// code point.
std::size_t code_point_begin(std::string_view text, std::size_t position);

// Appends a code point. Surrogates and numbers above U+10FFFF become `replacement_character`.
void append_utf8(std::string& out, char32_t code_point);

// Converts `text` to one line of well-formed UTF-8. Control characters become spaces. The result is
// cut to `limit` bytes, plus the rest of the last code point.
std::string one_line(std::string_view text, std::size_t limit);

// The offset of the first byte that is not valid UTF-8. Overlong forms and surrogates are invalid.
std::optional<std::size_t> find_invalid_utf8(std::string_view text);

// True for Han, kana, hangul and full-width forms, which take one square per character.
bool is_cjk(char32_t code_point);

}  // namespace broadsheet::strings
