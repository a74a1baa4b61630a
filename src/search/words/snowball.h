// Snowball's stemmers. snowball.cpp has them all; the program of the search has a file in its place
// (src/search_worker/snowball.cpp), so that a reader fetches one stemmer and not all.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "search/words/tokens.h"

namespace broadsheet::search {

inline constexpr std::string_view stemmer_languages[] = {
#define STEMMER(language, name) #language,
#include "search/words/stemmers.def"
#undef STEMMER
};

inline constexpr std::size_t longest_stem = 2 * longest_term;  // bytes

// `language`: its place in stemmer_languages. The word itself where it cannot be stemmed.
std::string snowball_stem(std::string_view word, std::size_t language);

}  // namespace broadsheet::search
