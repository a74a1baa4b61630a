#include "press/formulas/math_letters.h"

#include <algorithm>
#include <array>
#include <utility>

#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

// Where the characters of an alphabet begin; 0: the alphabet does not have them.
struct Alphabet {
    std::string_view name;
    char32_t letters = 0;  // A to Z, then a to z
    char32_t digits = 0;
    char32_t greek = 0;  // capital alpha
};

constexpr auto alphabets = std::to_array<Alphabet>({
    {"bold", 0x1D400, 0x1D7CE, 0x1D6A8},
    {"italic", 0x1D434, 0, 0x1D6E2},
    {"bold-italic", 0x1D468, 0, 0x1D71C},
    {"script", 0x1D49C, 0, 0},
    {"bold-script", 0x1D4D0, 0, 0},
    {"fraktur", 0x1D504, 0, 0},
    {"double-struck", 0x1D538, 0x1D7D8, 0},
    {"bold-fraktur", 0x1D56C, 0, 0},
    {"sans-serif", 0x1D5A0, 0x1D7E2, 0},
    {"bold-sans-serif", 0x1D5D4, 0x1D7EC, 0x1D756},
    {"sans-serif-bold", 0x1D5D4, 0x1D7EC, 0x1D756},
    {"sans-serif-italic", 0x1D608, 0, 0},
    {"sans-serif-bold-italic", 0x1D63C, 0, 0x1D790},
    {"monospace", 0x1D670, 0x1D7F6, 0},
});

// Characters that were in Unicode before the alphabets, and so are not in their row.
constexpr auto older = std::to_array<std::pair<char32_t, char32_t>>({
    {0x1D455, 0x210E}, {0x1D49D, 0x212C}, {0x1D4A0, 0x2130}, {0x1D4A1, 0x2131}, {0x1D4A3, 0x210B},
    {0x1D4A4, 0x2110}, {0x1D4A7, 0x2112}, {0x1D4A8, 0x2133}, {0x1D4AD, 0x211B}, {0x1D4BA, 0x212F},
    {0x1D4BC, 0x210A}, {0x1D4C4, 0x2134}, {0x1D506, 0x212D}, {0x1D50B, 0x210C}, {0x1D50C, 0x2111},
    {0x1D515, 0x211C}, {0x1D51D, 0x2128}, {0x1D53A, 0x2102}, {0x1D53F, 0x210D}, {0x1D545, 0x2115},
    {0x1D547, 0x2119}, {0x1D548, 0x211A}, {0x1D549, 0x211D}, {0x1D551, 0x2124},
});

// Greek characters outside the row of letters, and their place in the alphabet.
constexpr auto greek_symbols = std::to_array<std::pair<char32_t, char32_t>>({
    {0x3F4, 17},
    {0x2207, 25},
    {0x2202, 51},
    {0x3F5, 52},
    {0x3D1, 53},
    {0x3F0, 54},
    {0x3D5, 55},
    {0x3F1, 56},
    {0x3D6, 57},
});

char32_t greek_in(char32_t c, char32_t begin) {
    if (begin == 0) return c;
    if (c >= 0x391 && c <= 0x3A9) return begin + (c - 0x391);
    if (c >= 0x3B1 && c <= 0x3C9) return begin + 26 + (c - 0x3B1);
    for (const auto& [symbol, place] : greek_symbols) {
        if (symbol == c) return begin + place;
    }
    return c;
}

char32_t letter_in(char32_t c, const Alphabet& alphabet) {
    char32_t found = c;
    if (c >= 'A' && c <= 'Z') found = alphabet.letters + (c - 'A');
    if (c >= 'a' && c <= 'z') found = alphabet.letters + 26 + (c - 'a');
    if (c >= '0' && c <= '9' && alphabet.digits != 0) found = alphabet.digits + (c - '0');
    if (found == c) return greek_in(c, alphabet.greek);
    for (const auto& [place, character] : older) {
        if (place == found) return character;
    }
    return found;
}

}  // namespace

std::string in_alphabet(std::string_view text, std::string_view variant) {
    const auto* alphabet = std::find_if(alphabets.begin(), alphabets.end(),
                                        [&](const Alphabet& each) { return each.name == variant; });
    if (alphabet == alphabets.end()) return std::string(text);
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        strings::append_utf8(out, letter_in(strings::next_code_point(text, at), *alphabet));
    }
    return out;
}

}  // namespace broadsheet::press
