#include "press/import/exports/damaged_text.h"

#include <array>
#include <cstdint>

#include "press/html/entity.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

// The characters of Windows-1252 from 0x80 to 0x9F; the others are those of Latin-1.
constexpr std::array<char16_t, 32> windows_characters = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

void append_windows_character(std::string& out, char byte) {
    const auto value = static_cast<unsigned char>(byte);
    const bool special = value >= 0x80 && value < 0xA0;
    strings::append_utf8(out,
                         special ? char32_t{windows_characters[value - 0x80U]} : char32_t{value});
}

bool is_control(char c) {
    const auto value = static_cast<unsigned char>(c);
    return (value < 0x20 && c != '\t' && c != '\n') || value == 0x7F;
}

// Nearly all bytes are printable ASCII.
bool is_usual(char c) { return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\t'; }

// The length of the character at `i` if it is valid UTF-8, else 0.
std::size_t character_length(std::string_view text, std::size_t i) {
    const auto lead = static_cast<unsigned char>(text[i]);
    const std::size_t length = lead < 0x80   ? 1
                               : lead < 0xC2 ? 0
                               : lead < 0xE0 ? 2
                               : lead < 0xF0 ? 3
                               : lead < 0xF5 ? 4
                                             : 0;
    if (length == 0 || i + length > text.size()) return 0;
    if (length == 1) return 1;
    return strings::find_invalid_utf8(text.substr(i, length)) ? 0 : length;
}

}  // namespace

std::string repaired_text(std::string_view bytes, bool latin, TextRepairs& repairs) {
    std::string out;
    out.reserve(bytes.size());
    for (std::size_t i = 0; i < bytes.size();) {
        const std::size_t begin = i;
        while (i < bytes.size() && is_usual(bytes[i])) ++i;
        out += bytes.substr(begin, i - begin);
        if (i == bytes.size()) break;
        const char c = bytes[i];
        if (c == '\r') {
            if (i + 1 >= bytes.size() || bytes[i + 1] != '\n') out += '\n';
            ++i;
        } else if (is_control(c)) {
            ++repairs.control_characters;
            ++i;
        } else if (const std::size_t length = character_length(bytes, i);
                   length > 0 && (!latin || length == 1)) {
            out += bytes.substr(i, length);
            i += length;
        } else {
            if (!latin) ++repairs.wrong_bytes;
            append_windows_character(out, c);
            ++i;
        }
    }
    return out;
}

std::string without_references(std::string_view text) {
    if (text.find('&') == std::string_view::npos) return std::string(text);
    return decode_entities(text);
}

}  // namespace broadsheet::press
