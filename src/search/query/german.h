// German without umlauts: "Mueller" is the usual spelling of "Müller" where a keyboard has no ü,
// and no mistake.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::search {

// The other spelling of a word. Words that it stands for begin with `beginning` when they are
// spelled out. ("poet" does not stand for "pot", though without diacritics that is its "pöt".)
struct GermanSpelling {
    std::string term;
    std::string beginning;
};

// "müller" with "ae", "oe", "ue" and "ss" for the letters of German.
std::string spelled_out(std::string_view term);
// The spellings of a word of a query with and without umlauts, apart from its own. None if the
// language is not German.
std::vector<GermanSpelling> german_spellings(std::string_view term, std::string_view language);

}  // namespace broadsheet::search
