// From a page and a width to boxes and lines: the part of CSS that `theme` names, no more.
//
// The result is plain data that refers to the nodes of the page it was made from: the page must
// outlive it. Lengths are CSS pixels; positions are in page coordinates, origin at the top left,
// whatever the direction of writing.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "layout/text_measure.h"
#include "page/page.h"
#include "theme/theme.h"

namespace broadsheet::layout {

struct Rect {
    float x = 0;
    float y = 0;
    float width = 0;
    float height = 0;

    float right() const { return x + width; }
    float bottom() const { return y + height; }
};

// An element inside running text, e.g. a link; element 0 is the block itself.
struct InlineElement {
    const page::Node* node = nullptr;
    int parent = -1;
    theme::Computed style;
    FontId font = 0;
};

// What is drawn as one: a word, a part of one, or a picture in the line.
struct Piece {
    std::uint32_t begin = 0;  // bytes of InlineContent::text
    std::uint32_t end = 0;
    int element = 0;
    int gap_element = -1;  // whose font the space behind has, where one follows
    float x = 0;           // from the left edge of the content box
    float width = 0;
    std::uint8_t level = 0;  // bidirectional embedding level; odd is right to left
    bool picture = false;
};

enum class LineEnd : std::uint8_t { soft, forced, last };

struct Line {
    float top = 0;  // from the top of the content box
    float height = 0;
    float baseline = 0;  // from `top`
    float stretch = 0;   // what each space is wider by, where the line is justified
    float start = 0;     // where the first piece begins, from the start edge
    float width = 0;
    std::uint32_t first = 0;  // pieces in reading order
    std::uint32_t count = 0;
    LineEnd end = LineEnd::last;
};

// Text that no line break divides, and the space behind it.
struct Word {
    std::uint32_t begin = 0;  // bytes of InlineContent::text
    std::uint32_t end = 0;    // without the space
    std::uint32_t gap_end = 0;
    std::uint32_t first = 0;  // of InlineContent::parts
    std::uint32_t count = 0;
    float width = 0;
    float gap = 0;
    int gap_element = -1;
    std::uint8_t gap_level = 0;
    bool forced_break = false;
};

struct InlineContent {
    std::string text;  // white space collapsed as CSS does
    std::vector<InlineElement> elements;
    std::vector<Word> words;
    std::vector<Piece> parts;  // of the words, not yet placed
    std::vector<Piece> pieces;
    std::vector<Line> lines;
};

struct Box {
    const page::Node* node = nullptr;  // none: an anonymous run of text among blocks
    theme::Computed style;
    Rect rect;     // border box
    Rect content;  // content box
    std::vector<Box> children;
    std::unique_ptr<InlineContent> text;  // instead of children
    std::string marker;                   // of a list item, "•" or "3."
    FontId marker_font = 0;
    float marker_width = 0;
    float scroll_width = 0;  // of a scroller: how wide its content is
    int scroller = 0;        // number of a box whose content is wider than itself, from 1
    bool right_to_left = false;
};

struct Layout {
    Box root;
    float width = 0;
    float height = 0;
    std::vector<const Box*> popovers;  // in `root`; drawn over everything else
};

// `width` in CSS pixels. The breakpoint goes by the window, which may be wider by a scrollbar.
Layout layout_page(const page::Page& page, float width, const theme::Viewing& viewing,
                   TextMeasure& measure);

// One line a box and a line of text each, indented; the golden files of the tests.
std::string dump(const Layout& layout);

// A line for each piece of text in reading order: left edge, top of its line, width, each in
// thousandths of a CSS pixel, and the text. For tests that hold the layout against a browser's.
std::string word_places(const Layout& layout);

}  // namespace broadsheet::layout
