// Breaks a paragraph into the lines that are best together: the algorithm of Knuth and Plass
// (Breaking Paragraphs into Lines, 1981) with the arithmetic of TeX, so that both choose the same
// breaks (tests/layout/paragraph_breaks_test.cpp).
//
// Lengths are whole numbers in units of 1/65536 of a CSS pixel. One length is at most 16,383 px.
// Ties and roundings are TeX's.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace broadsheet::layout {

inline constexpr std::int32_t paragraph_units = 65536;  // per CSS pixel
// Penalties from here on forbid a break, and from the negative on force one.
inline constexpr std::int32_t infinite_penalty = 10000;
// The most steps by which the letters of a line are set apart, and closer.
inline constexpr int most_steps_apart = 3;
inline constexpr int most_steps_closer = 2;

// A part of a paragraph.
struct ParagraphItem {
    enum class Kind : std::uint8_t {
        box,      // text of fixed width
        glue,     // a space; a line may end at one that follows a box or a hyphen
        penalty,  // a place where a line may end at a price, or must
        hyphen,   // a place where a word may be divided
    };
    Kind kind = Kind::box;
    // True for the glue that fills the rest of a line, e.g. after the last word.
    bool fills = false;
    // Of a hyphen: the width that it adds to a line that ends here, 0 after a hyphen of the text.
    // Hyphens with a width are not considered in the first pass.
    std::int32_t width = 0;
    std::int32_t stretch = 0;
    std::int32_t shrink = 0;
    std::int32_t penalty = 0;  // of a penalty or a hyphen
    // Of a box: how much wider it is if its letters are set apart by one step, or narrower if they
    // are set closer. TeX's letters never are. Negative for glue, which makes up for the step after
    // the letter before it.
    std::int32_t letters = 0;
    // How far the text hangs out of the column at the end of a line that ends here, and at the
    // beginning of the next one. TeX has neither.
    std::int32_t hang_before = 0;
    std::int32_t hang_after = 0;
};

// What makes lines good. The values are those of plain TeX.
struct ParagraphParameters {
    std::int32_t pretolerance = 100;  // highest badness in the first pass; negative: no such pass
    std::int32_t tolerance = 200;     // highest badness in the other passes
    std::int32_t line_penalty = 10;
    std::int32_t adjacent_demerits = 10000;  // for a tight line next to a loose one
    std::int32_t double_hyphen_demerits = 10000;
    std::int32_t final_hyphen_demerits = 5000;  // for a hyphen in the line before the last
    std::int32_t looseness = 0;                 // wanted lines more than the best
    std::int32_t emergency_stretch = 0;         // more than 0: stretch of each line in a third pass
    // Stretch of each line in all passes, for text that is not justified.
    std::int32_t line_stretch = 0;

    // What TeX does not have. The defaults leave it out.
    // More than 0: the last pass also takes lines that would stretch more than the tolerance
    // allows. They will not be stretched. This is their price if they are full. If a tenth of them
    // is empty it is twice as much, and grows with the third power. A hyphen costs as much again.
    std::int64_t ragged_demerits = 0;
    // More than 0: before that, the letters of a line are set apart or closer. Each step adds this
    // to the badness of the line. Then breaks with a last line that looks lost are good enough only
    // for the last pass.
    std::int32_t letter_badness = 0;
    // For the third of three lines in a row that end with hyphens, and for each one more. If this
    // is not 0, only the last pass has such lines.
    std::int64_t third_hyphen_demerits = 0;
    // For a last line with one word or less text than `shortest_last_line`, unless it is the first.
    std::int64_t short_last_demerits = 0;
    std::int32_t shortest_last_line = 0;
    // How far the first line hangs out of the column at its beginning.
    std::int32_t first_hang = 0;
    // The first lines are shorter: how many, and by how much.
    std::int32_t indented_lines = 0;
    std::int32_t indent = 0;
};

// The chosen breaks.
struct ParagraphBreaks {
    // For each line the index of the item at which it ends. The last line ends at the number of
    // items. Empty if there are no items.
    std::vector<std::uint32_t> ends;
    std::int64_t demerits = 0;
    int pass = 0;  // the pass that found them, from 1
};

// Breaks a paragraph into lines of `width`. A glue at the end of `items` is ignored. Lines that
// have no good break are too wide or stretch more than allowed; this never fails. The time grows
// with the items times the number of breaks in a line, at most `max_line_starts`.
ParagraphBreaks break_paragraph(std::span<const ParagraphItem> items, std::int32_t width,
                                const ParagraphParameters& parameters);

// The number of beginnings of lines that are considered at a time. Ordinary text needs fewer than a
// hundred; the bound is for hostile text, e.g. thousands of letters without width.
inline constexpr std::size_t max_line_starts = 2000;

// How badly a line must be stretched or shrunk: about 100 times the third power of the ratio of
// `wanted` to `available`, at most 10000.
std::int32_t line_badness(std::int64_t wanted, std::int64_t available);

}  // namespace broadsheet::layout
