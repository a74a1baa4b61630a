#include "strings/escape.h"

namespace broadsheet::strings {

namespace {

// The HTML entity of a character; empty if none is needed.
std::string_view entity_of(char c) {
    switch (c) {
        case '&': return "&amp;";
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '"': return "&quot;";
        default: return {};
    }
}

// The length of the character at `i` if XML does not allow it, otherwise 0.
std::size_t forbidden_length(std::string_view text, std::size_t i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x20) return byte == '\n' || byte == '\t' || byte == '\r' ? 0 : 1;
    if (byte != 0xEF) return 0;
    const std::string_view three = text.substr(i, 3);
    return three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF" ? 3 : 0;  // U+FFFE, U+FFFF
}

}  // namespace

void append_html(std::string& out, std::string_view text) {
    std::size_t plain = 0;  // start of the pending text without escapes
    for (std::size_t i = 0; i < text.size(); ++i) {
        const std::string_view entity = entity_of(text[i]);
        if (entity.empty()) continue;
        out += text.substr(plain, i - plain);
        out += entity;
        plain = i + 1;
    }
    out += text.substr(plain);
}

void append_xml(std::string& out, std::string_view text) {
    std::size_t allowed = 0;  // start of the pending allowed text
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t length = forbidden_length(text, i);
        if (length != 0) {
            append_html(out, text.substr(allowed, i - allowed));
            allowed = i + length;
        }
        i += length == 0 ? 1 : length;
    }
    append_html(out, text.substr(allowed));
}

std::string replaced(std::string_view text, char c, std::string_view by) {
    std::string out;
    out.reserve(text.size());
    for (const char each : text) {
        if (each == c) {
            out += by;
        } else {
            out += each;
        }
    }
    return out;
}

void replace_all(std::string& text, std::string_view what, std::string_view by) {
    for (auto at = text.find(what); at != std::string::npos; at = text.find(what, at + by.size())) {
        text.replace(at, what.size(), by);
    }
}

}  // namespace broadsheet::strings
