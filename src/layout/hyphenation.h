// Where words may be divided: Liang's method (Word Hy-phen-a-tion by Com-put-er, 1983), as in TeX.
// Each language has a file of patterns, which src/layout/hyphens/make_patterns.mjs writes from an
// npm package. The same patterns give the same points as in TeX.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace broadsheet::layout {

// The patterns of one language. Without patterns, no word is divided.
class Hyphenator {
  public:
    Hyphenator() = default;

    // Reads a file of patterns. An invalid file gives an object without patterns. The file is UTF-8
    // text of five lines:
    // 1. the fewest letters before and after a hyphen;
    // 2. the values of patterns, the digits between their letters, separated by spaces;
    // 3. the letters of the patterns in the order of code points: for each a capital, 'A' plus the
    //    number of letters that it shares with the one before, then the other letters. A full stop
    //    is the beginning or end of a word;
    // 4. for each pattern the number of its value: one character from '0' on, or for numbers of 79
    //    and more one from '!' on before it, which counts 79 for each step after a first;
    // 5. exceptions, words with all their hyphens, separated by spaces.
    explicit Hyphenator(std::string_view file);

    bool empty() const { return begins_.empty(); }

    // The numbers of the letters before which `word` may be divided, ascending. `word` is in lower
    // case.
    std::vector<std::size_t> points(std::u32string_view word) const;

    // True if an apostrophe belongs to words, as in French "aujourd'hui". It is U+0027 in `word`.
    bool knows_apostrophes() const { return knows_apostrophes_; }

    // Words with fewer letters are never divided.
    std::size_t shortest_word() const { return before_ + after_; }

  private:
    std::u32string_view pattern(std::size_t number) const;
    void read_values(std::string_view line);
    void read_patterns(std::string_view letters, std::string_view values);
    void read_exceptions(std::string_view line);
    // Raises the values between the letters of `word` where patterns match from `begin` on.
    void apply(std::u32string_view word, std::size_t begin, std::string& values) const;

    std::size_t before_ = 2;
    std::size_t after_ = 3;
    bool knows_apostrophes_ = false;
    std::vector<std::string> values_;
    std::u32string letters_;              // of all patterns
    std::vector<std::uint32_t> begins_;   // of patterns in `letters_`
    std::vector<std::uint16_t> numbers_;  // of patterns' values
    std::map<std::u32string, std::vector<std::size_t>, std::less<>> exceptions_;
};

}  // namespace broadsheet::layout
