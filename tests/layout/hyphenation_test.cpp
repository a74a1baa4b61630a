// Compares the division of words with TeX. tests/layout/tex_hyphens.mjs made the golden files.
#include "layout/hyphenation.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <fstream>
#include <iterator>
#include <sstream>
#include <string>
#include <vector>

#include "strings/hyphen_languages.h"
#include "strings/utf8.h"

namespace broadsheet::layout {
namespace {

// Patterns of three letters: "a1b", "b2c" and ".c1d", and the exception "ta-ble".
constexpr std::string_view small_file = "1 2\n01 02 001\nA.cdAabAbc\n201\nta-ble\n";

std::string divided(const Hyphenator& hyphenator, std::string_view word) {
    const std::u32string letters = strings::code_points(word);
    const std::vector<std::size_t> points = hyphenator.points(letters);
    std::string out;
    for (std::size_t i = 0; i < letters.size(); ++i) {
        if (std::find(points.begin(), points.end(), i) != points.end()) out += '-';
        strings::append_utf8(out, letters[i]);
    }
    return out;
}

std::string read(const std::string& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

}  // namespace

TEST_CASE("patterns divide words, and the higher number wins") {
    const Hyphenator hyphenator(small_file);
    CHECK(divided(hyphenator, "cdxx") == "c-dxx");
    CHECK(divided(hyphenator, "xcdx") == "xcdx");
    CHECK(divided(hyphenator, "xxabxx") == "xxa-bxx");
    CHECK(divided(hyphenator, "xabc") == "xa-bc");
    CHECK(divided(hyphenator, "xxab") == "xxab");  // one letter would be left
    CHECK(divided(hyphenator, "table") == "ta-ble");
    CHECK(divided(hyphenator, "") == "");
}

TEST_CASE("invalid files divide nothing") {
    CHECK(Hyphenator("").empty());
    CHECK(Hyphenator("2 3\n01\nAab\n").empty());     // a pattern without a value
    CHECK(Hyphenator("2 3\n01\nAab\n8\n").empty());  // an unknown value
    CHECK(divided(Hyphenator("\xff\xff\n\n\n\n"), "anything") == "anything");
}

TEST_CASE("languages have patterns") {
    CHECK(strings::hyphenation_patterns("en") == "en-us");
    CHECK(strings::hyphenation_patterns("en-US") == "en-us");
    CHECK(strings::hyphenation_patterns("en-GB") == "en-gb");
    CHECK(strings::hyphenation_patterns("de-AT") == "de");
    CHECK(strings::hyphenation_patterns("nn") == "nb");
    CHECK(strings::hyphenation_patterns("el") == "el");
    CHECK(strings::hyphenation_patterns("eleven") == "");
    CHECK(strings::hyphenation_patterns("ja") == "");
    CHECK(strings::hyphenation_patterns("") == "");
}

// Each row of a golden file is a word with TeX's hyphens.
TEST_CASE("words are divided as in TeX") {
    for (const std::string name : {"en-us", "de", "fr", "es", "ru", "uk"}) {
        const std::string file = read(BROADSHEET_WEB_DIR "/" + strings::hyphenation_file(name));
        if (file.empty()) {
            MESSAGE("no patterns in " BROADSHEET_WEB_DIR ": " << name << " is left out");
            continue;
        }
        const Hyphenator hyphenator(file);
        REQUIRE(!hyphenator.empty());
        std::istringstream rows(read(std::string(BROADSHEET_TESTS_DIR) +
                                     "/golden/layout/tex_hyphens_" + name + ".txt"));
        int checked = 0;
        int different = 0;
        std::string first_difference;
        for (std::string row; std::getline(rows, row);) {
            std::string word = row;
            std::erase(word, '-');
            ++checked;
            const std::string found = divided(hyphenator, word);
            if (found == row) continue;
            ++different;
            if (first_difference.empty()) first_difference = row + " is " + found;
        }
        CHECK(checked >= 900);
        CHECK_MESSAGE(different == 0, name, ": ", first_difference);
    }
}

// The beginnings of words show whether patterns count from where TeX's do.
TEST_CASE("words are divided after their first syllables as in dictionaries") {
    struct Row {
        const char* patterns;
        const char* word;
    };
    const std::vector<Row> rows = {{"de", "ent-schei-dend"},  {"de", "aus-hilfs-kräf-te"},
                                   {"de", "be-ob-ach-ten"},   {"en-us", "al-li-ga-tor"},
                                   {"en-us", "un-der-stand"}, {"en-us", "as-so-ciate"},
                                   {"en-gb", "un-der-stand"}, {"fr", "an-ti-cons-ti-tu-tion-nel"},
                                   {"it", "au-to-stra-da"},   {"nl", "aan-deel"},
                                   {"pl", "roz-po-czy-nać"},  {"sv", "an-svar"},
                                   {"nb", "an-svar"},         {"es", "des-igual-dad"},
                                   {"pt", "te-le-fone"}};
    for (const Row& row : rows) {
        const std::string file =
            read(BROADSHEET_WEB_DIR "/" + strings::hyphenation_file(row.patterns));
        if (file.empty()) continue;
        std::string word = row.word;
        std::erase(word, '-');
        CAPTURE(row.patterns);
        CHECK(divided(Hyphenator(file), word) == row.word);
    }
}

}  // namespace broadsheet::layout
