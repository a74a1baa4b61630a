// The look, in one table: what each style of `page` means in numbers. The layout reads the numbers;
// `stylesheet` prints the same numbers as CSS, so that the prerendered HTML stands where the canvas
// will draw it. The box model is a small subset of CSS, chosen so that both sides can be exact:
//
//  1. Lengths are CSS pixels at the reader's default text size.
//  2. Vertical margins exist above boxes only (`margin_top`), so the one collapsing that is left is
//     that of a first child through its parent.
//  3. An item of a row is as wide as its content; nothing grows or shrinks.
//  4. Grid tracks are fixed lengths or fractions, never sized by content.
//  5. Inline boxes have no margin, border or padding, and never make a line taller.
//  6. A popover lies over the page, below its anchor; an island is drawn by the browser itself.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace broadsheet::theme {

enum class Display : std::uint8_t {
    block,   // children flow from top to bottom; runs of inline children become lines
    column,  // flex column: children from top to bottom, gap between
    row,     // flex row
    grid,    // columns as `tracks`
    none,
    inline_,     // part of a line
    picture,     // a block-level picture of a fixed shape
    table,       // columns sized by their content
    even_table,  // columns of one width
    scroller,    // a block that scrolls sideways when its content is wider
    popover,     // a column over the page, below the nearest box that is an `anchor`
    fixed,       // an island at the lower edge of the window, out of the page's flow
    hidden_until_focus,
};

enum class Family : std::uint8_t { serif, sans, mono };
enum class Ink : std::uint8_t {  // a colour of the palette
    ink,
    soft,
    rule,
    hairline,
    wash,
    paper,
    accent,
    link,
    none,
    code_keyword,
    code_string,
    code_comment,
    code_name,
};
inline constexpr int ink_count = 13;
enum class Justify : std::uint8_t { start, center, space_between, end };
enum class Align : std::uint8_t { stretch, start, center, end };
enum class TextAlign : std::uint8_t { start, center, end, justify };
enum class Side : std::uint8_t { stretch, start, end };  // of its anchor that a popover keeps to
enum class Case : std::uint8_t { as_written, upper };
enum class WhiteSpace : std::uint8_t { collapse, preserve };
enum class Underline : std::uint8_t { never, on_hover, always };

// Positive: pixels; negative: a share of what is left.
using Track = float;
using Tracks = std::array<Track, 4>;  // unused ones are 0

struct Border {
    float width = 0;
    Ink ink = Ink::rule;
    bool double_line = false;  // two lines and the space between share `width` in thirds

    bool operator==(const Border&) const = default;
};

// One row of the table: only what is set differs from the defaults, or from what the parent hands
// down (the text part).
struct Declaration {
    std::optional<Display> display{};
    // Box.
    std::optional<float> max_width{};
    std::optional<float> width{};
    std::optional<float> min_height{};
    std::optional<bool> centered{};
    std::optional<bool> anchor{};
    std::optional<Side> side{};
    std::optional<bool> island{};
    std::optional<float> margin_top{};
    std::optional<float> padding_top{};
    std::optional<float> padding_bottom{};
    std::optional<float> padding_start{};
    std::optional<float> padding_end{};
    std::optional<Border> border_top{};
    std::optional<Border> border_bottom{};
    std::optional<Border> border_start{};
    std::optional<Ink> background{};
    std::optional<float> radius{};
    std::optional<float> aspect{};  // width : height of a picture
    // Arrangement of children.
    std::optional<float> row_gap{};
    std::optional<float> column_gap{};
    std::optional<Tracks> tracks{};
    std::optional<Justify> justify{};
    std::optional<Align> align{};
    std::optional<bool> wrap{};
    // Text; handed down to children.
    std::optional<Family> family{};
    std::optional<float> size{};
    std::optional<float> relative_size{};  // of the parent's size
    std::optional<float> line_height{};    // pixels
    std::optional<int> weight{};
    std::optional<bool> italic{};
    std::optional<float> tracking{};  // letter spacing, in em
    std::optional<Case> letter_case{};
    std::optional<Ink> ink{};
    std::optional<TextAlign> text_align{};
    std::optional<WhiteSpace> white_space{};
    // Inline.
    std::optional<Underline> underline{};
    std::optional<bool> strike{};
    std::optional<Ink> highlight{};  // ground behind the text of an inline box
    std::optional<float> shift{};    // baseline shift in em, positive is down
};

// Mobile first: `base` always counts, `tablet` from 760 px, `desktop` from 1100 px.
struct Rule {
    std::string_view selector;
    Declaration base{};
    Declaration tablet{};
    Declaration desktop{};
};

inline constexpr float tablet_width = 760;
inline constexpr float desktop_width = 1100;

enum class Breakpoint : std::uint8_t { phone, tablet, desktop };
Breakpoint breakpoint_for(float width);

enum class Measure : std::uint8_t { narrow, normal, wide };  // of the lines of an article

// How this reader looks at a page: the window, and the reading settings (features R24).
struct Viewing {
    Breakpoint breakpoint = Breakpoint::desktop;
    int text_step = 0;  // of `text_scale`
    bool sans = false;  // articles in the sans family
    Measure measure = Measure::normal;
    bool justified = false;
    float pixel_ratio = 1;  // device pixels to a CSS pixel
    float layout_unit = 0;  // CSS pixels that the browser cuts lengths to a multiple of; 0: none

    bool operator==(const Viewing&) const = default;
};

inline constexpr int smallest_text_step = -2;
inline constexpr int largest_text_step = 4;
// Factor on the size of an article's text; 1 at step 0, out of bounds as the nearest step.
float text_scale(int step);

// What the layout works with: every value resolved.
struct Computed {
    Display display = Display::block;
    float max_width = 0;  // 0: none
    float width = 0;      // 0: none
    float min_height = 0;
    bool centered = false;
    bool anchor = false;
    Side side = Side::stretch;
    bool island = false;
    float margin_top = 0;
    float padding_top = 0;
    float padding_bottom = 0;
    float padding_start = 0;
    float padding_end = 0;
    Border border_top;
    Border border_bottom;
    Border border_start;
    Ink background = Ink::none;
    float radius = 0;
    float aspect = 0;
    float row_gap = 0;
    float column_gap = 0;
    Tracks tracks{};
    Justify justify = Justify::start;
    Align align = Align::stretch;
    bool wrap = false;
    Family family = Family::serif;
    float size = 17;
    float line_height = 28;
    int weight = 400;
    bool italic = false;
    float tracking = 0;  // CSS pixels
    Case letter_case = Case::as_written;
    Ink ink = Ink::ink;
    TextAlign text_align = TextAlign::start;
    WhiteSpace white_space = WhiteSpace::collapse;
    Ink highlight = Ink::none;
    float shift = 0;  // em
};

struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Color&) const = default;
};
using Palette = std::array<Color, ink_count>;  // by Ink; `none` is unused

struct Theme {
    Palette light;
    Palette dark;
    std::array<std::string, 3> families;  // CSS font lists, by Family
};

const Theme& default_theme();

// The rule of a node: by its style, or for the author's own text by its role (`in_prose`).
const Rule* rule_of(const page::Node& node, bool in_prose);

// All rules in the order in which CSS must print them.
const std::vector<const Rule*>& all_rules();

// The style of `node` inside a parent with style `parent`.
Computed compute(const page::Node& node, const Computed& parent, bool in_prose,
                 const Viewing& viewing);
Computed root_style();

// True for the rules of an article's own text, which grow with the reader's text size.
bool follows_text_size(const Rule& rule);

// What the reading settings change beyond the text size: the numbers of `Measure`.
inline constexpr float narrow_prose = 560;
inline constexpr float wide_article_page = 1480;

// Between a list marker and its item's text.
inline constexpr float marker_gap = 10;

// Of `page::point_step`.
float pixels_of_point_step(int step);

}  // namespace broadsheet::theme
