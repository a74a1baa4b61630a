// The tokeniser, used for both the index and queries.
//
// A word is a run of letters, digits and their marks (after UAX #29), in lower case. In addition:
//  - Han, kana, hangul, Thai, Lao, Khmer and Burmese are cut into overlapping pairs of characters.
//    A single character is a word. The index also has the last character of a run, if it is Han:
//    one character is found by the pairs that it begins, and the last one begins none. (Runs end
//    with kana or hangul mostly in endings and particles.)
//  - Hyphens, dots, colons, underscores and slashes between words form a compound. Its parts are
//    words. The whole is a word too, except with slashes ("well-known" gives well, known and
//    wellknown; "go:embed" gives go, embed and go:embed).
//  - Apostrophes: a possessive 's is dropped; other apostrophes join ("don't" gives dont). Text
//    after one or two letters is a separate word too ("l'eau" gives leau and eau).
//  - A change from lower to upper case inside a word begins a part ("ParseFiles" gives parsefiles,
//    parse, files). Commas between digits are dropped. "++" and "#" belong to the word before
//    ("c++", "c#").
//  - Full-width forms and the digits of all scripts count as their ASCII equivalents.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

inline constexpr std::size_t longest_term = 40;  // bytes; longer terms are cut at a code point

// A word of a text.
struct Token {
    std::string_view term;       // valid during the call only
    std::uint32_t position = 0;  // index of the word in the text
    std::uint32_t run = 0;       // identifies the run of letters and joining characters
    bool whole = true;           // false: part of a compound, or a pair of characters
    bool ends_pairs = false;     // the last character of a run of pairs; not for queries
    std::size_t begin = 0;       // byte range in the text
    std::size_t end = 0;
};

using TokenSink = std::function<void(const Token&)>;

// Calls `sink` for each token in order of position, the whole of a compound before its parts.
// Returns the number of positions.
std::uint32_t tokenise(std::string_view text, const TokenSink& sink);

// The folded form of a term, for sorting and lookup: without diacritics, marks and variant letters
// ("São" → "sao", "ё" → "е"). `term` is in lower case.
std::string fold(std::string_view term);
bool is_folded(std::string_view term);  // true for plain ASCII

}  // namespace broadsheet::search
