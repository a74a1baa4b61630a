// Snowball's stemmers. snowball.cpp contains all of them. The search program in the browser uses
// src/search_worker/snowball.cpp instead, so that a reader fetches only one stemmer.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "search/words/tokens.h"

namespace broadsheet::search {

// The languages with a stemmer.
inline constexpr std::string_view stemmer_languages[] = {
#define STEMMER(language, name) #language,
#include "search/words/stemmers.def"
#undef STEMMER
};

inline constexpr std::size_t longest_stem = 2 * longest_term;  // bytes

// `language` is an index in stemmer_languages. Returns the word itself if it cannot be stemmed.
std::string snowball_stem(std::string_view word, std::size_t language);

}  // namespace broadsheet::search
