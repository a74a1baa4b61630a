// Stands in for src/search/words/snowball.cpp, which the linker then leaves in its archive.
#include "search/words/snowball.h"

#include <algorithm>
#include <array>

// web/search-worker.js: puts the stem in the place of the word, which has room for `longest_stem`;
// returns its length.
extern "C" int worker_stem(char* word, int length);

namespace broadsheet {

// The worker has the stemmer of the site's language, which is the index's.
std::string search::snowball_stem(std::string_view word, std::size_t /*language*/) {
    std::array<char, longest_stem> text;
    if (word.size() > text.size()) return std::string(word);
    std::copy(word.begin(), word.end(), text.begin());
    const int length = worker_stem(text.data(), static_cast<int>(word.size()));
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace broadsheet
