// Decides where the lines of justified text end, so that its spaces are as even as possible. Only
// for this folder.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "layout/hyphenation.h"
#include "layout/layout.h"

namespace broadsheet::layout {

// The widths of single letters, to estimate the widths of parts of words. One object serves a whole
// layout, so that each letter is measured once.
class LetterWidths {
  public:
    explicit LetterWidths(TextMeasure& measure) : measure_(measure) {}

    // Measures the letters of `texts` that are not known.
    void learn(const std::vector<TextMeasure::Word>& texts);
    // The sum of the widths of the letters, which are known.
    float sum(std::string_view text, FontId font) const;

    TextMeasure& measure() { return measure_; }

  private:
    static std::uint64_t key(char32_t letter, FontId font) {
        return static_cast<std::uint64_t>(font) << 32U | letter;
    }

    TextMeasure& measure_;
    std::unordered_map<std::uint64_t, float> widths_;
};

// The end of a line, in or after a word.
struct PlannedEnd {
    std::uint32_t word = 0;
    // If the word is divided: the part that is divided (InlineContent::parts), the first byte after
    // the division, and the widths of the text of the part before and after it, up to its next
    // division.
    std::uint32_t part = 0;
    std::uint32_t division = 0;  // 0: the word is not divided
    float before = 0;
    float after = 0;
    float hyphen = 0;  // width of the hyphen that is drawn; 0: none
};

// The widest spaces, in em. Where words are neither divided nor set apart, as in Arabic, lines that
// are filled need wider ones.
inline constexpr float usual_spaces = 0.5F;
inline constexpr float wide_spaces = 0.8F;

// The least that a space may be if it is `gap` wide in a font of `size`: a fifth of an em, unless
// the font's own spaces are narrower.
inline float narrowest_space(float gap, float size) { return std::min(0.2F * size, gap); }

// The width of lines and of their spaces. The first lines may be shorter.
struct LineShape {
    float width = 0;
    float indent = 0;
    int indented_lines = 0;
    float spaces = usual_spaces;  // the widest ones, in em

    // The most that a space may be, as above. Those of typewriter fonts are hardly narrower.
    float widest_space(float gap, float size) const { return std::max(spaces * size, 1.3F * gap); }

    // The width of the line with this number, from 0.
    float room(std::size_t line) const {
        return line < static_cast<std::size_t>(indented_lines) ? width - indent : width;
    }
};

class Hanging;

// Plans all lines except those that end at forced breaks or with the text. Returns nothing if the
// text has to be set line by line: if a word is wider than the line, or it is in a script without
// spaces.
std::optional<std::vector<PlannedEnd>> plan_lines(const InlineContent& content,
                                                  const theme::Computed& style,
                                                  const LineShape& shape,
                                                  const Hyphenator& hyphenator,
                                                  const Hanging& hanging, LetterWidths& letters);

}  // namespace broadsheet::layout
