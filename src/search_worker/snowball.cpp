// Stands in for src/search/snowball.cpp, which the linker then leaves in its archive.
#include "search/snowball.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "search_worker/stemmer.h"

// web/search-worker.js: puts the stem in the place of the word, which has room for `longest_stem`;
// returns its length.
extern "C" int worker_stem(char* word, int length);

namespace broadsheet {

namespace {

constexpr std::size_t none = std::size(search::stemmer_languages);

// Languages.
std::size_t here = none;
std::size_t missing = none;
std::size_t wanted = none;

}  // namespace

std::string search::snowball_stem(std::string_view word, std::size_t language) {
    if (language != here && language != missing) wanted = language;
    std::array<char, longest_stem> text;
    if (language != here || word.size() > text.size()) return std::string(word);
    std::copy(word.begin(), word.end(), text.begin());
    const int length = worker_stem(text.data(), static_cast<int>(word.size()));
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string search_worker::wanted_stemmer() {
    if (wanted == none) return {};
    return "stem-" + std::string(search::stemmer_languages[wanted]) + ".wasm";
}

void search_worker::take_stemmer(bool arrived) {
    (arrived ? here : missing) = wanted;
    wanted = none;
}

void search_worker::forget_missing_stemmer() { missing = none; }

}  // namespace broadsheet
