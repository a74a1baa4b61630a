// What counts as a word: the one tokeniser of the index and of queries, so that both cut alike.
//
// A word is a run of letters, digits and their marks (after UAX #29), in lower case. Beyond that:
//  - Han, kana, hangul, Thai, Lao, Khmer and Burmese are cut into overlapping pairs of characters;
//    a lone character stands for itself.
//  - Hyphens, dots, colons, underscores and slashes between words make a compound: its parts are
//    words, and all of it but those with slashes is one word more ("well-known" gives well, known
//    and wellknown; "go:embed" gives go, embed and go:embed).
//  - Apostrophes: a possessive 's is dropped, others join ("don't" is dont); what follows one or
//  two
//    letters is a word of its own too ("l'eau" gives leau and eau).
//  - Changes from lower to upper case inside a word begin a part ("ParseFiles": parsefiles, parse,
//    files); commas between digits are dropped; "++" and "#" belong to the word before ("c++",
//    "c#").
//  - Full-width forms are the ASCII they stand for.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

inline constexpr std::size_t longest_term = 40;  // bytes; what is longer is cut at a code point

struct Token {
    std::string_view term;       // valid during the call only
    std::uint32_t position = 0;  // words from the text's beginning
    std::uint32_t run = 0;       // tokens of one run of letters and joints have one number
    bool whole = true;           // false: a part of a compound, or a pair of characters
    std::size_t begin = 0;       // bytes of the text
    std::size_t end = 0;
};

using TokenSink = std::function<void(const Token&)>;

// Calls `sink` for each token in the order of positions, the whole of a compound before its parts.
// Returns the number of positions used.
std::uint32_t tokenise(std::string_view text, const TokenSink& sink);

// The form by which terms are sorted and found: without diacritics, marks and variant letters
// ("São" → "sao", "ё" → "е"). `term` is in lower case.
std::string fold(std::string_view term);
bool is_folded(std::string_view term);  // true for plain ASCII

}  // namespace broadsheet::search
