#include "strings/utf8.h"

namespace broadsheet::strings {

namespace {

// The code point at `position` and its length. The length is 0 if the bytes are malformed.
struct Decoded {
    char32_t code_point = 0;
    std::size_t length = 0;
};

Decoded decode(std::string_view text, std::size_t position) {
    const auto byte = [&](std::size_t i) -> char32_t {
        return position + i < text.size() ? static_cast<unsigned char>(text[position + i]) : 0u;
    };
    const auto continues = [&](std::size_t i) { return (byte(i) & 0xC0u) == 0x80u; };
    const char32_t lead = byte(0);
    if (lead < 0x80) return {lead, 1};
    if (lead >= 0xC2 && lead <= 0xDF && continues(1)) {
        return {((lead & 0x1Fu) << 6) | (byte(1) & 0x3Fu), 2};
    }
    if (lead >= 0xE0 && lead <= 0xEF && continues(1) && continues(2)) {
        const char32_t value =
            ((lead & 0x0Fu) << 12) | ((byte(1) & 0x3Fu) << 6) | (byte(2) & 0x3Fu);
        if (value >= 0x800 && (value < 0xD800 || value > 0xDFFF)) return {value, 3};
    }
    if (lead >= 0xF0 && lead <= 0xF4 && continues(1) && continues(2) && continues(3)) {
        const char32_t value = ((lead & 0x07u) << 18) | ((byte(1) & 0x3Fu) << 12) |
                               ((byte(2) & 0x3Fu) << 6) | (byte(3) & 0x3Fu);
        if (value >= 0x10000 && value <= 0x10FFFF) return {value, 4};
    }
    return {};
}

}  // namespace

char32_t next_code_point(std::string_view text, std::size_t& position) {
    const Decoded decoded = decode(text, position);
    if (decoded.length == 0) {
        ++position;
        return replacement_character;
    }
    position += decoded.length;
    return decoded.code_point;
}

std::u32string code_points(std::string_view text) {
    std::u32string all;
    for (std::size_t at = 0; at < text.size();) all += next_code_point(text, at);
    return all;
}

std::size_t code_point_begin(std::string_view text, std::size_t position) {
    while (position > 0 && position < text.size() && is_continuation(text[position])) --position;
    return position;
}

void append_utf8(std::string& out, char32_t code_point) {
    if (code_point > 0x10FFFF || (code_point >= 0xD800 && code_point <= 0xDFFF)) {
        code_point = replacement_character;
    }
    const auto add = [&](char32_t byte) {
        out += static_cast<char>(static_cast<unsigned char>(byte));
    };
    if (code_point < 0x80) {
        add(code_point);
    } else if (code_point < 0x800) {
        add(0xC0u | (code_point >> 6));
        add(0x80u | (code_point & 0x3Fu));
    } else if (code_point < 0x10000) {
        add(0xE0u | (code_point >> 12));
        add(0x80u | ((code_point >> 6) & 0x3Fu));
        add(0x80u | (code_point & 0x3Fu));
    } else {
        add(0xF0u | (code_point >> 18));
        add(0x80u | ((code_point >> 12) & 0x3Fu));
        add(0x80u | ((code_point >> 6) & 0x3Fu));
        add(0x80u | (code_point & 0x3Fu));
    }
}

std::string one_line(std::string_view text, std::size_t limit) {
    std::string line;
    for (std::size_t at = 0; at < text.size() && line.size() < limit;) {
        const char32_t c = next_code_point(text, at);
        append_utf8(line, c < 0x20 || c == 0x7F ? U' ' : c);
    }
    return line;
}

std::optional<std::size_t> find_invalid_utf8(std::string_view text) {
    std::size_t position = 0;
    while (position < text.size()) {
        if (static_cast<unsigned char>(text[position]) < 0x80) {
            ++position;
            continue;
        }
        const Decoded decoded = decode(text, position);
        if (decoded.length == 0) return position;
        position += decoded.length;
    }
    return std::nullopt;
}

bool is_cjk(char32_t c) {
    return (c >= 0x1100 && c <= 0x11FF) || (c >= 0x2E80 && c <= 0x9FFF) ||
           (c >= 0xA960 && c <= 0xA97F) || (c >= 0xAC00 && c <= 0xD7FF) ||
           (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) ||
           (c >= 0x20000 && c <= 0x3FFFF);
}

}  // namespace broadsheet::strings
