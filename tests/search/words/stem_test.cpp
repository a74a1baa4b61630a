// Compares stems with a golden file. stemmers.test.mjs compares the browser's modules with the same
// file.
#include "search/words/stem.h"

#include <doctest/doctest.h>

#include <fstream>
#include <iterator>
#include <set>
#include <sstream>

#include "golden_file.h"
#include "search/words/snowball.h"

namespace broadsheet::search {

TEST_CASE("words of every language with a stemmer") {
    std::ifstream in(std::string(BROADSHEET_TESTS_DIR) + "/search/words/words_to_stem.txt",
                     std::ios::binary);
    std::string out;
    std::set<std::string> languages;
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        std::string language;
        words >> language;
        languages.insert(language);
        for (std::string word; words >> word;) {
            out.append(language).append(" ").append(word).append(" ");
            out.append(stem(word, language)).append("\n");
        }
    }
    CHECK(languages.size() == std::size(stemmer_languages));
    tests::check_golden("search/stems.txt", out);
}

TEST_CASE("stems by language") {
    CHECK(stem("running", "en") == "run");
    CHECK(stem("cities", "en-GB") == stem("city", "en"));
    CHECK(stem("книги", "ru") == stem("книга", "ru"));
    CHECK(stem("naciones", "es") == stem("nación", "es"));
    CHECK(stem("running", "tlh") == "running");
    CHECK(stem("go1.21", "en") == "go1.21");
}

}  // namespace broadsheet::search
