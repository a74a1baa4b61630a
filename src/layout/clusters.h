// Characters that are drawn together with the preceding letter.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace broadsheet::layout {

// True for marks that belong to the letter before them. A word that is too long for a line must not
// be broken before them.
inline bool continues_cluster(char32_t c) {
    return (c >= 0x300 && c <= 0x36f) || c == 0x200d || (c >= 0xfe00 && c <= 0xfe0f) ||
           (c >= 0x0610 && c <= 0x061a) || (c >= 0x064b && c <= 0x065f) ||
           (c >= 0x0900 && c <= 0x0903) || (c >= 0x093a && c <= 0x094f && c != 0x093d) ||
           (c >= 0x0e31 && c <= 0x0e3a && c != 0x0e32) || (c >= 0x0e47 && c <= 0x0e4e) ||
           (c >= 0x1f3fb && c <= 0x1f3ff);
}

// True for ASCII signs before which a word is not divided, even if it is too long for a line.
inline bool is_closing_sign(char c) {
    return std::string_view(",.;:!?)]}").find(c) != std::string_view::npos;
}

// The byte offsets of the ends of letters, including their marks.
std::vector<std::size_t> letter_ends(std::string_view text);

}  // namespace broadsheet::layout
