#include "layout/text_measure.h"

#include "strings/utf8.h"

namespace broadsheet::layout {

FontId TextMeasure::font_id(const Font& font) {
    for (std::size_t i = 0; i < fonts_.size(); ++i) {
        if (fonts_[i] == font) return static_cast<FontId>(i);
    }
    fonts_.push_back(font);
    const auto id = static_cast<FontId>(fonts_.size() - 1);
    font_added(id, font);
    return id;
}

namespace {

bool is_combining(char32_t c) {
    return (c >= 0x300 && c <= 0x36f) || (c >= 0x200b && c <= 0x200f) ||
           (c >= 0xfe00 && c <= 0xfe0f) || (c >= 0x0610 && c <= 0x061a) ||
           (c >= 0x064b && c <= 0x065f) || (c >= 0x0900 && c <= 0x0902);
}

}  // namespace

void FixedMeasure::measure(std::span<Word> words) {
    for (Word& word : words) {
        const Font& used = font(word.font);
        float ems = 0;
        int letters = 0;
        for (std::size_t at = 0; at < word.text.size();) {
            const char32_t c = strings::next_code_point(word.text, at);
            if (is_combining(c)) continue;
            ems += c >= 0x2e80 ? 1.0F : 0.5F;
            ++letters;
        }
        word.width = ems * used.size + static_cast<float>(letters) * used.tracking;
    }
}

void FixedMeasure::measure_formulas(std::span<const Formula> formulas) {
    for (const Formula& formula : formulas) {
        const auto letters = static_cast<float>(formula.node->text.size());
        const float height = formula.node->ordered ? 2.0F : 1.0F;
        *formula.answer = {letters * formula.size / 2, height * formula.size, formula.size / 4};
    }
}

float FixedMeasure::baseline(FontId id, float line_height) {
    return (line_height - font(id).size) / 2 + font(id).size * 0.8F;
}

}  // namespace broadsheet::layout
