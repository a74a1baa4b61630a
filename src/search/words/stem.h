// Stems of words, by the Snowball algorithms. The index does not contain stems. A query looks for
// words with the same stem among neighbouring terms, so stems take no space, and exact matches can
// rank higher than other forms.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::search {

// `term` comes from the tokeniser; `language` is a BCP 47 tag. Returns the term itself if the
// language has no stemmer or the term contains digits or joining characters.
std::string stem(std::string_view term, std::string_view language);

}  // namespace broadsheet::search
