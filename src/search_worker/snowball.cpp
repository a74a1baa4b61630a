// Replaces src/search/words/snowball.cpp, which the linker then does not use.
#include "search/words/snowball.h"

#include <algorithm>
#include <array>

// Implemented in web/search-worker.js. Replaces the word in a buffer of `longest_stem` bytes by its
// stem, and returns the stem's length.
extern "C" int worker_stem(char* word, int length);

namespace broadsheet {

// The worker has loaded the stemmer of the site's language, which is also the index's language.
std::string search::snowball_stem(std::string_view word, std::size_t /*language*/) {
    std::array<char, longest_stem> text;
    if (word.size() > text.size()) return std::string(word);
    std::copy(word.begin(), word.end(), text.begin());
    const int length = worker_stem(text.data(), static_cast<int>(word.size()));
    return {text.data(), static_cast<std::size_t>(length)};
}

}  // namespace broadsheet
