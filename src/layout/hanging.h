// Hanging punctuation: small signs at the edges of justified text stand partly outside of the
// column, so that its edges look straight. Only for this folder.
#pragma once

#include "layout/layout.h"
#include "layout/plan_lines.h"

namespace broadsheet::layout {

// The share of a sign's width that hangs out of the column: 0 for all signs without a row in the
// table.
float hanging_share(char32_t sign, bool at_end);

// How far the pieces of a text hang out. They hang only if their direction is that of the block.
class Hanging {
  public:
    // `letters` may be null: nothing hangs.
    Hanging(const InlineContent& content, bool right_to_left, LetterWidths* letters)
        : content_(content), level_(right_to_left ? 1 : 0), letters_(letters) {}

    // Measures the signs at the edges of all words, in one call.
    void learn() const;

    // CSS pixels by which a line that begins or ends with the piece hangs out.
    float before(const Piece& first) const;
    float after(const Piece& last) const;
    // The same of a hyphen that is drawn.
    static float of_hyphen(float width);

  private:
    float width_of(const Piece& piece, std::string_view sign, bool at_end) const;

    const InlineContent& content_;
    std::uint8_t level_;
    LetterWidths* letters_;
};

}  // namespace broadsheet::layout
