#include "layout/hyphenation.h"

#include <algorithm>

#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

constexpr std::size_t values_per_step = 79;
constexpr char32_t edge = '.';  // the beginning or the end of a word

// Removes the first field of `text`, which ends at `separator`, and returns it.
std::string_view take_field(std::string_view& text, char separator) {
    const std::string_view field = text.substr(0, text.find(separator));
    text.remove_prefix(std::min(field.size() + 1, text.size()));
    return field;
}

std::size_t small_number(std::string_view text) {
    return text.size() == 1 && text[0] >= '1' && text[0] <= '9'
               ? static_cast<std::size_t>(text[0] - '0')
               : 2;
}

}  // namespace

Hyphenator::Hyphenator(std::string_view file) {
    std::string_view minimums = take_field(file, '\n');
    before_ = small_number(take_field(minimums, ' '));
    after_ = small_number(minimums);
    read_values(take_field(file, '\n'));
    const std::string_view letters = take_field(file, '\n');
    read_patterns(letters, take_field(file, '\n'));
    read_exceptions(take_field(file, '\n'));
}

void Hyphenator::read_values(std::string_view line) {
    while (!line.empty()) values_.emplace_back(take_field(line, ' '));
}

void Hyphenator::read_patterns(std::string_view letters, std::string_view values) {
    std::size_t before = 0;  // beginning of the previous pattern
    for (std::size_t at = 0; at < letters.size();) {
        const char32_t c = strings::next_code_point(letters, at);
        if (c < 'A' || c > 'Z') {
            knows_apostrophes_ = knows_apostrophes_ || c == '\'';
            letters_ += c;
            continue;
        }
        const std::size_t begin = letters_.size();
        for (std::size_t i = 0; i < c - 'A' && before + i < begin; ++i) {
            letters_ += letters_[before + i];
        }
        begins_.push_back(static_cast<std::uint32_t>(begin));
        before = begin;
    }
    std::size_t step = 0;
    for (const char c : values) {
        if (c < '0') {
            step = static_cast<std::size_t>(c - '!') + 1;
            continue;
        }
        numbers_.push_back(
            static_cast<std::uint16_t>(static_cast<std::size_t>(c - '0') + step * values_per_step));
        step = 0;
    }
    const bool valid = numbers_.size() == begins_.size() &&
                       std::all_of(numbers_.begin(), numbers_.end(),
                                   [&](std::uint16_t number) { return number < values_.size(); });
    if (!valid) begins_.clear();
}

void Hyphenator::read_exceptions(std::string_view line) {
    while (!line.empty()) {
        std::u32string word;
        std::vector<std::size_t> points;
        for (const char32_t c : strings::code_points(take_field(line, ' '))) {
            if (c == '-') {
                points.push_back(word.size());
            } else {
                word += c;
            }
        }
        exceptions_.emplace(std::move(word), std::move(points));
    }
}

std::u32string_view Hyphenator::pattern(std::size_t number) const {
    const std::size_t end = number + 1 < begins_.size() ? begins_[number + 1] : letters_.size();
    return std::u32string_view(letters_).substr(begins_[number], end - begins_[number]);
}

void Hyphenator::apply(std::u32string_view word, std::size_t begin, std::string& values) const {
    // Patterns are sorted, so those with a common beginning are neighbours, the shortest first.
    std::size_t low = 0;
    std::size_t high = begins_.size();
    for (std::size_t depth = 0; begin + depth < word.size() && low < high; ++depth) {
        const char32_t wanted = word[begin + depth];
        const auto bound = [&](auto&& precedes) {
            std::size_t first = low;
            for (std::size_t count = high - low; count > 0;) {
                const std::size_t half = count / 2;
                const std::u32string_view letters = pattern(first + half);
                if (precedes(depth < letters.size() ? letters[depth] : U'\0')) {
                    first += half + 1;
                    count -= half + 1;
                } else {
                    count = half;
                }
            }
            return first;
        };
        const std::size_t next = bound([&](char32_t c) { return c < wanted; });
        high = bound([&](char32_t c) { return c <= wanted; });
        low = next;
        if (low == high || pattern(low).size() != depth + 1) continue;
        const std::string& own = values_[numbers_[low]];
        for (std::size_t i = 0; i < own.size() && begin + i < values.size(); ++i) {
            values[begin + i] = std::max(values[begin + i], own[i]);
        }
    }
}

std::vector<std::size_t> Hyphenator::points(std::u32string_view word) const {
    std::vector<std::size_t> found;
    if (empty() || word.size() < shortest_word()) return found;
    const auto exception = exceptions_.find(word);
    if (exception != exceptions_.end()) {
        found = exception->second;
        std::erase_if(found, [&](std::size_t point) {
            return point < before_ || point + after_ > word.size();
        });
        return found;
    }
    std::u32string bounded(1, edge);
    bounded.append(word).push_back(edge);
    std::string values(bounded.size() + 1, '0');  // before each character of `bounded`
    for (std::size_t begin = 0; begin < bounded.size(); ++begin) apply(bounded, begin, values);
    for (std::size_t point = before_; point + after_ <= word.size(); ++point) {
        if ((values[point + 1] - '0') % 2 == 1) found.push_back(point);
    }
    return found;
}

}  // namespace broadsheet::layout
