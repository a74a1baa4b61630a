#include "strings/percent.h"

namespace broadsheet::strings {

namespace {

int hexadecimal_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

}  // namespace

void append_percent_encoded(std::string& out, std::string_view text, const KeptBytes& kept) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    for (const char c : text) {
        if (kept[c]) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += digits[byte >> 4];
        out += digits[byte & 15];
    }
}

std::string percent_encoded(std::string_view text, const KeptBytes& kept) {
    std::string out;
    out.reserve(text.size());
    append_percent_encoded(out, text, kept);
    return out;
}

std::string percent_decoded(std::string_view text) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '%' && i + 2 < text.size()) {
            const int high = hexadecimal_value(text[i + 1]);
            const int low = hexadecimal_value(text[i + 2]);
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
                i += 2;
                continue;
            }
        }
        out += text[i];
    }
    return out;
}

}  // namespace broadsheet::strings
