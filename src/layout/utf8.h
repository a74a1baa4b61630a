// Code points of text that is known to be valid UTF-8 (broken bytes give U+FFFD, never a hang).
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::layout {

// The code point at `at`, which moves behind it. REQUIRES: at < text.size().
inline char32_t next_code_point(std::string_view text, std::size_t& at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(at);
    const std::size_t length = lead < 0x80 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
    if (lead < 0x80) return byte(at++);
    if (lead < 0xc2 || at + length > text.size()) {
        ++at;
        return 0xfffd;
    }
    char32_t c = lead & (0xffU >> (length + 1));
    for (std::size_t i = 1; i < length; ++i) c = (c << 6) | (byte(at + i) & 0x3fU);
    at += length;
    return c;
}

// Where a line may be broken inside a word that is too long: not before marks that belong to the
// letter before them.
inline bool continues_cluster(char32_t c) {
    return (c >= 0x300 && c <= 0x36f) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0x0610 && c <= 0x061a) || (c >= 0x064b && c <= 0x065f) ||
           (c >= 0x0900 && c <= 0x0903) || (c >= 0x093a && c <= 0x094f && c != 0x093d) ||
           (c >= 0x0e31 && c <= 0x0e3a && c != 0x0e32) || (c >= 0x0e47 && c <= 0x0e4e) ||
           (c >= 0x1f3fb && c <= 0x1f3ff);
}

}  // namespace broadsheet::layout
