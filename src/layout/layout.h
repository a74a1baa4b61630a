// Lays out a page: converts it to boxes and lines, by the subset of CSS that `theme` uses.
//
// The result is plain data that refers to the nodes of the page, which must outlive it. Lengths are
// CSS pixels. Positions are page coordinates with the origin at the top left, even for
// right-to-left text.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <unordered_map>
#include <vector>

#include "layout/text_measure.h"
#include "page/page.h"
#include "theme/theme.h"

namespace broadsheet::layout {

// A rectangle in CSS pixels.
struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
};

// An element inside running text, e.g. a link. Element 0 is the block itself.
struct InlineElement {
    const page::Node* node = nullptr;
    int parent = -1;
    theme::Computed style;
    FontId font = 0;
    FormulaSize formula;
};

// A unit of drawing: a word, part of a word, or a picture or formula in a line.
struct Piece {
    std::uint32_t begin = 0;  // bytes of InlineContent::text
    std::uint32_t end = 0;
    int element = 0;
    int gap_element = -1;  // element whose font the following space has; −1: no space
    float x = 0;           // from the left edge of the content box
    float width = 0;
    std::uint8_t level = 0;  // bidirectional embedding level; odd: right to left
    bool picture = false;    // a picture or formula, whose element has its size
    FontId font = 0;         // that of its element, or that with letters set apart
    float lead = 0;          // space before it that is not in the text; negative: less than usual
};

// Why a line ends.
enum class LineEnd : std::uint8_t { soft, forced, last };

// A line of text.
struct Line {
    float top = 0;  // from the top of the content box
    float height = 0;
    float baseline = 0;  // from `top`
    float stretch = 0;   // extra width of each space in a justified line; negative: less
    float spread = 0;    // space after each ideograph of a justified line but the last
    float apart = 0;     // space after each letter, in pieces whose font is not their element's
    float start = 0;     // offset of the first piece from `indent`; negative: it hangs out
    float width = 0;
    std::uint32_t first = 0;  // pieces in reading order
    std::uint32_t count = 0;
    LineEnd end = LineEnd::last;
    // The width of a hyphen after the last piece. It is drawn, but it is not text.
    float hyphen = 0;
    float indent = 0;  // what the line is shorter than the content box, at its beginning
};

// The large first letter of an article, beside the first lines of its text. Browsers float it.
struct Initial {
    std::string letter;  // empty: none
    std::string plain;   // the letter and a space after it, which are not in InlineContent::text
    FontId font = 0;
    float x = 0;  // from the left edge of the content box
    float width = 0;
    float plain_width = 0;  // of the letter and the space in the size of the text
    float baseline = 0;     // from the top of the content box
};

// Text without a line break opportunity, and the space after it.
struct Word {
    std::uint32_t begin = 0;  // bytes of InlineContent::text
    std::uint32_t end = 0;    // without the space
    std::uint32_t gap_end = 0;
    std::uint32_t first = 0;  // range in InlineContent::parts
    std::uint32_t count = 0;
    float width = 0;
    float gap = 0;
    int gap_element = -1;
    std::uint8_t gap_level = 0;
    bool forced_break = false;
};

struct InlineContent;
// True for a piece that begins with an ideograph, kana or their punctuation.
bool is_ideographic(const InlineContent& content, const Piece& piece);

// The running text of a block.
struct InlineContent {
    std::string text;    // with white space collapsed as in CSS, without the initial
    bool mixed = false;  // some of it is, or may be, right to left
    Initial initial;
    std::vector<InlineElement> elements;
    std::vector<Word> words;
    std::vector<Piece> parts;  // parts of words, not yet placed
    std::vector<Piece> pieces;
    std::vector<Line> lines;

    std::string_view text_of(const Piece& piece) const {
        return std::string_view(text).substr(piece.begin, piece.end - piece.begin);
    }
};

// Room that others need beside a box: their elements are there, which the layout does not know.
// CSS pixels.
struct Room {
    float above = 0;
    float below = 0;
};
// By the node of the box. It is made in blocks, columns and grids.
using Rooms = std::unordered_map<const page::Node*, Room>;

// A placed box.
struct Box {
    const page::Node* node = nullptr;  // null: anonymous text between blocks
    theme::Computed style;
    Rect rect;     // border box
    Rect content;  // content box
    std::vector<Box> children;
    std::unique_ptr<InlineContent> text;  // instead of children
    std::string marker;                   // marker of a list item, "•" or "3."
    FontId marker_font = 0;
    float marker_width = 0;
    float scroll_width = 0;  // width of the content of a scroller
    FormulaSize formula;     // of a formula on lines of its own
    Room room;
    float margin_below = 0;  // of empty blocks at its end; collapses with the next box's margin
    int scroller = 0;        // number, from 1, of a box whose content is wider than itself
    bool right_to_left = false;
    bool is_item = false;  // of a column, row or grid: margins inside do not collapse through it
};

// The layout of a page.
struct Layout {
    Box root;
    float width = 0;
    float height = 0;
    std::vector<const Box*> popovers;  // boxes in `root` that are drawn over everything else
};

class Hyphenator;

// Lays out a page. `width` is in CSS pixels. `reading` has the breakpoint, which depends on the
// width of the window including its scrollbar. `hyphenator` divides words of justified text; null:
// they stay whole. `rooms`: null: there are none.
Layout layout_page(const page::Page& page, float width, const theme::ReadingSetup& reading,
                   TextMeasure& measure, const Hyphenator* hyphenator = nullptr,
                   const Rooms* rooms = nullptr);

// A text form with an indented line for each box and line of text, for golden files of tests.
std::string dump(const Layout& layout);

// A line for each piece of text in reading order: left edge, top of its line and width, in
// thousandths of a CSS pixel, then the text. Tests compare it with the browser's layout.
std::string word_places(const Layout& layout);

}  // namespace broadsheet::layout
