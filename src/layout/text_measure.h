// How wide words are. The browser answers in the reader, a fixed rule answers in tests.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "theme/theme.h"

namespace broadsheet::layout {

struct Font {
    theme::Family family = theme::Family::serif;
    float size = 16;  // CSS pixels
    int weight = 400;
    bool italic = false;
    float tracking = 0;  // letter spacing in CSS pixels
    bool upper = false;  // shown in capitals, by the rules of the page's language

    bool operator==(const Font&) const = default;
};

using FontId = std::uint16_t;

class TextMeasure {
  public:
    struct Word {
        std::string_view text;  // UTF-8, shaped by itself
        FontId font = 0;
        float width = 0;  // answer, CSS pixels
    };

    virtual ~TextMeasure() = default;

    // Fills in all widths; one call for a paragraph, so that the way to the browser is gone once.
    virtual void measure(std::span<Word> words) = 0;

    // From the top of a line of `line_height` CSS pixels down to the baseline.
    virtual float baseline(FontId font, float line_height) = 0;

    // Byte offsets at which words end in a text without spaces, by a dictionary; none where there
    // is no dictionary.
    virtual std::vector<std::uint32_t> word_ends(std::string_view) { return {}; }

    FontId font_id(const Font& font);
    const Font& font(FontId id) const { return fonts_[id]; }

  protected:
    // A font that was not asked for before.
    virtual void font_added(FontId, const Font&) {}

  private:
    std::vector<Font> fonts_;
};

// Half an em a letter, one em an East Asian or symbol character, nothing for combining marks: gives
// the same layout on every machine.
class FixedMeasure : public TextMeasure {
  public:
    void measure(std::span<Word> words) override;
    float baseline(FontId font, float line_height) override;
};

}  // namespace broadsheet::layout
