// The stem of a word, by the Snowball algorithms. Stems are not in the index: a query finds the
// words that share its stem among the terms beside it, so that the forms of a word cost no bytes,
// and an exact match can rank above its relatives.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::search {

// `term` as the tokeniser gives it; `language` a BCP 47 tag. The term itself where its language has
// no stemmer, and for what is no plain word (digits, joints).
std::string stem(std::string_view term, std::string_view language);

}  // namespace broadsheet::search
