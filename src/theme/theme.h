// The theme: a table with the numbers of each style of `page`. The layout uses the numbers, and
// `stylesheet` prints them as CSS, so that the prerendered HTML matches the canvas exactly. The box
// model is a small subset of CSS that both sides can implement exactly:
//
//  1. Lengths are CSS pixels at the reader's default text size.
//  2. Boxes have vertical margins only above them (`margin_top`). The only margin collapsing left
//     is that of a first child through its parent.
//  3. An item of a row is as wide as its content. It never grows, and shrinks only if its rule says
//     so.
//  4. Grid tracks are fixed lengths or fractions, never sized by content.
//  5. Inline boxes have no margin, border or padding, and never make a line taller.
//  6. A popover lies over the page, below its anchor. An island is drawn by the browser instead of
//     the canvas.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "page/page.h"

namespace broadsheet::theme {

// How a box arranges its content.
enum class Display : std::uint8_t {
    block,   // children flow from top to bottom; runs of inline children become lines
    column,  // flex column: children from top to bottom with a gap
    row,     // flex row
    grid,    // columns from `tracks`
    none,
    inline_,     // part of a line
    picture,     // a block-level picture of a fixed shape
    table,       // columns sized by their content
    even_table,  // columns of equal width
    scroller,    // a block that scrolls sideways when its content is wider
    popover,     // a column over the page, below the nearest box that is an `anchor`
    fixed,       // an island at the bottom of the window, outside the flow of the page
    hidden_until_focus,
};

// A font family.
enum class Family : std::uint8_t { serif, sans, mono };
// A colour of the palette.
enum class Ink : std::uint8_t {
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
// The placement of children along a row.
enum class Justify : std::uint8_t { start, center, space_between, end };
// The placement of children across a row.
enum class Align : std::uint8_t { stretch, start, center, end };
// The alignment of text.
enum class TextAlign : std::uint8_t { start, center, end, justify };
// The edge of its anchor that a popover is aligned with.
enum class Side : std::uint8_t { stretch, start, end };
// Whether text is shown in capitals.
enum class Case : std::uint8_t { as_written, upper };
// Whether white space is collapsed as in CSS.
enum class WhiteSpace : std::uint8_t { collapse, preserve };
// When text is underlined.
enum class Underline : std::uint8_t { never, on_hover, always };

// The width of a grid column. Positive: pixels; negative: a fraction of the remaining width.
using Track = float;
using Tracks = std::array<Track, 4>;  // unused ones are 0

// One side of a box's border.
struct Border {
    float width = 0;
    Ink ink = Ink::rule;
    bool double_line = false;  // two lines and the gap take a third of `width` each

    bool operator==(const Border&) const = default;
};

// The properties of a rule. Unset properties have their defaults. Unset text properties are
// inherited from the parent.
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
    // Layout of children.
    std::optional<float> row_gap{};
    std::optional<float> column_gap{};
    std::optional<Tracks> tracks{};
    std::optional<Justify> justify{};
    std::optional<Align> align{};
    std::optional<bool> wrap{};
    std::optional<bool> shrinks{};  // in a row: to what the other items leave
    // Text; inherited by children.
    std::optional<Family> family{};
    std::optional<float> size{};
    std::optional<float> relative_size{};  // factor on the parent's size
    std::optional<float> line_height{};    // pixels
    std::optional<int> weight{};
    std::optional<bool> italic{};
    std::optional<float> tracking{};  // letter spacing, in em
    std::optional<Case> letter_case{};
    std::optional<Ink> ink{};
    std::optional<TextAlign> text_align{};
    std::optional<WhiteSpace> white_space{};
    std::optional<bool> balance{};  // the lines of a short text are about equally long
    // Inline.
    std::optional<Underline> underline{};
    std::optional<bool> strike{};
    std::optional<Ink> highlight{};  // background of an inline box
    std::optional<float> shift{};    // baseline shift in em, positive is down
};

// A row of the table. Mobile first: `base` always applies, `tablet` from 760 px, `desktop` from
// 1100 px.
struct Rule {
    std::string_view selector;
    Declaration base{};
    Declaration tablet{};
    Declaration desktop{};
};

inline constexpr float tablet_width = 760;
inline constexpr float desktop_width = 1100;

// The class of window widths.
enum class Breakpoint : std::uint8_t { phone, tablet, desktop };
Breakpoint breakpoint_for(float width);

// The figures of texts: those that the font has, or others that it may have too.
enum class Figures : std::uint8_t { font, lining, old_style };

// The line length of articles.
enum class Measure : std::uint8_t { narrow, normal, wide };

// The window and the reading settings, as far as they affect layout.
struct ReadingSetup {
    Breakpoint breakpoint = Breakpoint::desktop;
    int text_step = 0;    // see `text_scale`
    float text_base = 1;  // the browser's font size, as a factor on the usual 16 CSS pixels
    bool sans = false;    // articles use the sans family
    Measure measure = Measure::normal;
    bool justified = false;
    bool even = false;    // lines of similar length; not with `justified`
    bool hanging = true;  // punctuation of justified text hangs out of the column
    bool drop_caps = false;
    bool indented = false;  // paragraphs begin with an indent instead of after a space
    Figures figures = Figures::font;
    float pixel_ratio = 1;  // device pixels per CSS pixel
    float layout_unit = 0;  // the browser rounds lengths down to a multiple of this; 0: it does not

    bool operator==(const ReadingSetup&) const = default;
};

inline constexpr int smallest_text_step = -2;
inline constexpr int largest_text_step = 4;
// The factor of a step on the size of an article's text: 1 at step 0. Steps out of range are
// clamped.
float text_scale(int step);
// The factor of all that determines the size of an article's text.
float text_scale(const ReadingSetup& reading);

// The resolved style of a node, for the layout.
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
    bool shrinks = false;
    Family family = Family::serif;
    float size = 17;
    float line_height = 28;
    int weight = 400;
    bool italic = false;
    float tracking = 0;  // CSS pixels
    Figures figures = Figures::font;
    Case letter_case = Case::as_written;
    Ink ink = Ink::ink;
    TextAlign text_align = TextAlign::start;
    bool balance = false;
    bool even = false;      // lines are planned together
    bool hanging = false;   // punctuation hangs out of the column
    float text_indent = 0;  // of the first line, CSS pixels
    bool upright = false;   // the language of the text has no italics
    WhiteSpace white_space = WhiteSpace::collapse;
    Ink highlight = Ink::none;
    float shift = 0;  // em
};

// An RGB colour.
struct Color {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;

    bool operator==(const Color&) const = default;
};
using Palette = std::array<Color, ink_count>;  // by Ink; `none` is unused

// The colours and fonts of a theme.
struct Theme {
    Palette light;
    Palette dark;
    std::array<std::string, 3> families;  // CSS font lists, by Family
};

const Theme& default_theme();

// The rule of a node. Rules are chosen by style or, in an article's text (`in_prose`), by role.
// Null if there is none.
const Rule* rule_of(const page::Node& node, bool in_prose);

// All rules, in the order of the style sheet.
const std::vector<const Rule*>& all_rules();

// True for a paragraph of running text that its author has not styled.
bool is_plain_paragraph(const page::Node& node);

// Languages whose scripts have no italics: browsers would slant their letters. They have bold type
// instead.
inline constexpr std::string_view upright_languages =
    " ja zh ko ar fa ur ps ckb he yi hi mr ne bn pa gu ta te kn ml si th lo km my ";
bool is_upright(std::string_view language);

// Resolves the style of `node` inside a parent with style `parent`.
Computed compute(const page::Node& node, const Computed& parent, bool in_prose,
                 const ReadingSetup& reading);
// The style of the parent of a root in a language.
Computed root_style(std::string_view language = {});

// True for rules of an article's own text, which the reader's text size scales.
bool follows_text_size(const Rule& rule);

// Widths for the settings `Measure::narrow` and `Measure::wide`, in CSS pixels.
inline constexpr float narrow_prose = 560;
inline constexpr float wide_article_page = 1480;

// The gap between a list marker and its item's text, in CSS pixels.
inline constexpr float marker_gap = 10;

// The indent of paragraphs, in em of the article's text.
inline constexpr float paragraph_indent = 1.4F;

// The first letter of an article (Style::opening). It stands on the baseline of the last of the
// lines beside it and is as high as the capitals of the first one, in most fonts. CSS pixels.
struct DropCap {
    int lines = 0;
    float size = 0;
    float hang = 0;  // how far it stands outside, because fonts leave room beside large letters
    float gap = 0;   // between the letter and the lines
    // For the style sheet, which cannot ask for a baseline: the height of the letter's line, and
    // the margin above it that puts its baseline in its place. The margin is `margin_top` less
    // `per_rise` times the font's ascent less its descent, in em (web/settings.js).
    float line_height = 0;
    float margin_top = 0;
    float per_rise = 0;
};
inline constexpr float usual_rise = 0.742F;
DropCap drop_cap_of(const ReadingSetup& reading);
// The same at the default text size, without the roundings of a browser.
DropCap drop_cap_of(Breakpoint breakpoint);

// The CSS pixels of a font size from `page::point_step`.
float pixels_of_point_step(int step);

}  // namespace broadsheet::theme
