// Measures text. In the reader, the browser measures. Tests use fixed widths.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "theme/theme.h"

namespace broadsheet::layout {

// A font at a size.
struct Font {
    theme::Family family = theme::Family::serif;
    float size = 16;  // CSS pixels
    int weight = 400;
    bool italic = false;
    float tracking = 0;  // letter spacing in CSS pixels
    bool upper = false;  // shown in capitals, by the rules of the page's language
    // The same for all fonts of a page; the browser has it from the style sheet.
    theme::Figures figures = theme::Figures::font;

    bool operator==(const Font&) const = default;
};

using FontId = std::uint16_t;

// The size of a formula in CSS pixels.
struct FormulaSize {
    float width = 0;
    float ascent = 0;   // above the baseline
    float descent = 0;  // below it

    float height() const { return ascent + descent; }
};

// Measures words and formulas, and numbers fonts.
class TextMeasure {
  public:
    // A word to measure.
    struct Word {
        std::string_view text;  // UTF-8, shaped on its own
        FontId font = 0;
        float width = 0;  // result in CSS pixels
    };

    // A formula to measure. Its size does not depend on the font, only on the size of it.
    struct Formula {
        const page::Node* node = nullptr;
        float size = 16;  // CSS pixels
        FormulaSize* answer = nullptr;
    };

    virtual ~TextMeasure() = default;

    // Sets all widths. Callers batch words, because each call to the browser is expensive.
    virtual void measure(std::span<Word> words) = 0;

    // Sets all sizes, in one call like the widths of words.
    virtual void measure_formulas(std::span<const Formula> formulas) = 0;

    // The distance from the top of a line of `line_height` CSS pixels to the baseline.
    virtual float baseline(FontId font, float line_height) = 0;

    // The byte offsets of word ends in a text without spaces, by a dictionary. Empty if there is no
    // dictionary.
    virtual std::vector<std::uint32_t> word_ends(std::string_view) { return {}; }

    FontId font_id(const Font& font);
    const Font& font(FontId id) const { return fonts_[id]; }

  protected:
    // Called for each new font.
    virtual void font_added(FontId, const Font&) {}

  private:
    std::vector<Font> fonts_;
};

// Measures half an em per letter, one em per East Asian or symbol character, and nothing per
// combining mark, so that layouts are the same on every machine. Formulas are as wide as their TeX.
class FixedMeasure : public TextMeasure {
  public:
    void measure(std::span<Word> words) override;
    void measure_formulas(std::span<const Formula> formulas) override;
    float baseline(FontId font, float line_height) override;
};

}  // namespace broadsheet::layout
