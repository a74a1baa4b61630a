#include "layout/hanging.h"

#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

// Shares of the width, in per cent. The lighter a sign is in its width, the more of it hangs.
struct Sign {
    char32_t code_point;
    std::uint8_t at_start;
    std::uint8_t at_end;
};

constexpr Sign signs[] = {
    {U'.', 0, 70},
    {U',', 0, 70},
    {U':', 0, 50},
    {U';', 0, 45},
    {U'-', 0, 55},
    {U'\u2010', 0, 55},
    {U'\u2011', 0, 55},
    {U'\u2013', 25, 35},
    {U'\u2014', 20, 25},
    {U'\u2026', 0, 25},
    {U'!', 0, 20},
    {U'?', 0, 15},
    {U'(', 15, 0},
    {U')', 0, 15},
    {U'[', 10, 0},
    {U']', 0, 10},
    {U'"', 55, 55},
    {U'\'', 65, 65},
    {U'\u2018', 65, 65},
    {U'\u2019', 65, 65},
    {U'\u201a', 65, 0},
    {U'\u201c', 55, 55},
    {U'\u201d', 55, 55},
    {U'\u201e', 55, 0},
    {U'\u00ab', 40, 40},
    {U'\u00bb', 40, 40},
    {U'\u2039', 45, 45},
    {U'\u203a', 45, 45},
    {U'\u060c', 0, 60},
    {U'\u06d4', 0, 60},
    {U'\u061b', 0, 45},
    {U'\u00b7', 0, 60},
    // Chinese and Japanese: half of them is empty.
    {U'\u3001', 0, 50},
    {U'\u3002', 0, 50},
    {U'\uff0c', 0, 50},
    {U'\uff0e', 0, 50},
    {U'\u300c', 50, 0},
    {U'\u300d', 0, 50},
    {U'\u300e', 50, 0},
    {U'\u300f', 0, 50},
    {U'\uff08', 50, 0},
    {U'\uff09', 0, 50},
    {U'\u3010', 50, 0},
    {U'\u3011', 0, 50},
    {U'\u300a', 50, 0},
    {U'\u300b', 0, 50},
    {U'\u3008', 50, 0},
    {U'\u3009', 0, 50},
    {U'\u3014', 50, 0},
    {U'\u3015', 0, 50},
};

std::string_view first_sign(std::string_view text) {
    std::size_t end = 0;
    if (!text.empty()) strings::next_code_point(text, end);
    return text.substr(0, end);
}

std::string_view last_sign(std::string_view text) {
    return text.empty() ? text : text.substr(strings::code_point_begin(text, text.size() - 1));
}

FontId font_of(const InlineContent& content, const Piece& piece) {
    return content.elements[static_cast<std::size_t>(piece.element)].font;
}

float share_of(std::string_view sign, bool at_end) {
    std::size_t at = 0;
    return sign.empty() ? 0 : hanging_share(strings::next_code_point(sign, at), at_end);
}

}  // namespace

float hanging_share(char32_t sign, bool at_end) {
    const char32_t lower = sign | 0x20U;
    if (lower >= U'a' && lower <= U'z') return 0;  // as most words begin and end
    for (const Sign& each : signs) {
        if (each.code_point != sign) continue;
        return static_cast<float>(at_end ? each.at_end : each.at_start) / 100;
    }
    return 0;
}

void Hanging::learn() const {
    if (letters_ == nullptr) return;
    std::vector<TextMeasure::Word> texts;
    for (const Word& word : content_.words) {
        if (word.count == 0) continue;
        const Piece& first = content_.parts[word.first];
        const Piece& last = content_.parts[word.first + word.count - 1];
        const std::string_view opening = first_sign(content_.text_of(first));
        const std::string_view closing = last_sign(content_.text_of(last));
        if (share_of(opening, false) > 0) texts.push_back({opening, font_of(content_, first), 0});
        if (share_of(closing, true) > 0) texts.push_back({closing, font_of(content_, last), 0});
    }
    letters_->learn(texts);
}

float Hanging::width_of(const Piece& piece, std::string_view sign, bool at_end) const {
    if (letters_ == nullptr || piece.picture || piece.level != level_) return 0;
    const float share = share_of(sign, at_end);
    return share > 0 ? share * letters_->sum(sign, font_of(content_, piece)) : 0;
}

float Hanging::before(const Piece& first) const {
    return width_of(first, first_sign(content_.text_of(first)), false);
}

float Hanging::after(const Piece& last) const {
    return width_of(last, last_sign(content_.text_of(last)), true);
}

float Hanging::of_hyphen(float width) { return width * hanging_share(U'-', true); }

}  // namespace broadsheet::layout
