#include "layout/divide_words.h"

#include <algorithm>

#include "strings/ascii.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

constexpr std::size_t shortest_divided = 5;  // letters

bool is_hyphen(char32_t c) { return c == '-' || c == 0xad || c == 0x2010 || c == 0x2011; }

bool is_apostrophe(char32_t c) { return c == '\'' || c == 0x2019; }

bool is_letter(char32_t c) {
    return strings::is_letter_or_digit(c) && !(c < 0x80 && strings::is_digit(static_cast<char>(c)));
}

// The letters of a word, without punctuation around them.
struct Letters {
    std::u32string lower;
    std::vector<std::uint32_t> begins;  // bytes of the text
    bool divisible = true;
};

Letters letters_of(const InlineContent& content, const Word& word, bool with_apostrophes) {
    Letters letters;
    bool ended = false;
    for (std::size_t at = word.begin; at < word.end;) {
        const auto begin = static_cast<std::uint32_t>(at);
        const char32_t c = strings::next_code_point(content.text, at);
        const bool apostrophe = with_apostrophes && is_apostrophe(c);
        if (is_hyphen(c)) letters.divisible = false;
        if (!is_letter(c) && !(apostrophe && !letters.lower.empty())) {
            ended = !letters.lower.empty();
            // Addresses and numbers.
            if (strings::is_letter_or_digit(c) || c == '/' || c == '@' || c == '_') {
                letters.divisible = false;
            }
            continue;
        }
        if (apostrophe && ended) continue;
        const char32_t lower = strings::lower_case(c);
        const bool capital = lower != c && !letters.lower.empty();
        const bool after_apostrophe = !letters.lower.empty() && letters.lower.back() == '\'';
        if (ended || (capital && !after_apostrophe)) letters.divisible = false;
        letters.lower += apostrophe ? U'\'' : lower;
        letters.begins.push_back(begin);
    }
    return letters;
}

bool is_code(const InlineContent& content, int element) {
    for (int e = element; e > 0; e = content.elements[static_cast<std::size_t>(e)].parent) {
        const page::Node* node = content.elements[static_cast<std::size_t>(e)].node;
        if (node->role == page::Role::code || node->role == page::Role::keyboard) return true;
        if (!node->language.empty()) return true;  // the patterns are of another language
    }
    return false;
}

bool is_divisible(const InlineContent& content, const Word& word) {
    if (word.begin > 0) {
        // "well-" before "known" is a word of its own.
        std::size_t at = strings::code_point_begin(content.text, word.begin - 1);
        if (is_hyphen(strings::next_code_point(content.text, at))) return false;
    }
    for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
        const Piece& part = content.parts[i];
        const InlineElement& element = content.elements[static_cast<std::size_t>(part.element)];
        if (part.picture || part.level % 2 == 1 || element.style.shift != 0) return false;
        if (is_code(content, part.element)) return false;
    }
    return true;
}

}  // namespace

std::vector<std::uint32_t> division_points(const InlineContent& content, const Word& word,
                                           const Hyphenator& hyphenator) {
    std::vector<std::uint32_t> points;
    if (hyphenator.empty() || word.end - word.begin < shortest_divided) return points;
    const Letters letters = letters_of(content, word, hyphenator.knows_apostrophes());
    if (!letters.divisible || letters.lower.size() < shortest_divided) return points;
    if (!is_divisible(content, word)) return points;
    for (const std::size_t point : hyphenator.points(letters.lower)) {
        points.push_back(letters.begins[point]);
    }
    return points;
}

std::size_t letters_before_point(const FittingLetters& letters,
                                 const std::vector<std::uint32_t>& points, float hyphen,
                                 float room) {
    std::size_t count = points.empty() ? 0 : letters.beginnings.size();
    for (; count > 0; --count) {
        const auto end = letters.begin + static_cast<std::uint32_t>(letters.ends[count - 1]);
        if (letters.beginnings[count - 1].width + hyphen <= room &&
            std::binary_search(points.begin(), points.end(), end)) {
            break;
        }
    }
    return count;
}

}  // namespace broadsheet::layout
