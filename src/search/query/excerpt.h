// Marks the words that were found in a text.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace broadsheet::search {

// The words to mark.
struct Marks {
    std::set<std::string, std::less<>> keys;  // folded terms
    std::string beginning;                    // prefix of words to mark too; may be empty
};

// Returns all of `text` with marks (answer.h).
std::string mark(std::string_view text, const Marks& marks);

// Returns the part of `text`, about `size` bytes, that contains the most of the words, with marks.
// An ellipsis replaces omitted text.
std::string excerpt(std::string_view text, const Marks& marks, std::size_t size);

}  // namespace broadsheet::search
