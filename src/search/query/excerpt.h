// The words that were found, marked in a text.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace broadsheet::search {

struct Marks {
    std::set<std::string, std::less<>> keys;  // folded terms
    std::string beginning;                    // words that begin so count too; may be empty
};

// All of `text`, marked (answer.h).
std::string mark(std::string_view text, const Marks& marks);

// The part of `text`, about `size` bytes, that has the most of the words, marked; with an ellipsis
// where something is left out.
std::string excerpt(std::string_view text, const Marks& marks, std::size_t size);

}  // namespace broadsheet::search
