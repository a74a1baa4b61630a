#include "layout/layout.h"

#include <doctest/doctest.h>

#include <array>
#include <string>
#include <vector>

#include "golden_file.h"
#include "layout/bidi.h"
#include "layout/inline_text.h"
#include "page/page.h"

namespace broadsheet::layout {

namespace {

using page::Node;
using page::Role;
using page::Style;

Node text(std::string content) {
    Node node;
    node.role = Role::text;
    node.text = std::move(content);
    return node;
}

Node element(Role role, Style style, std::vector<Node> children) {
    Node node;
    node.role = role;
    node.style = style;
    node.children = std::move(children);
    return node;
}

Node prose(std::vector<Node> children) {
    return element(Role::group, Style::prose, std::move(children));
}

Layout lay_out(const page::Page& page, float width, FixedMeasure& measure) {
    theme::ReadingSetup reading;
    reading.breakpoint = theme::breakpoint_for(width);
    return layout_page(page, width, reading, measure);
}

// The visible lines of the first block of text.
std::vector<std::string> lines_of(const Box& box) {
    if (box.text) {
        std::vector<std::string> lines;
        for (const Line& line : box.text->lines) {
            const Piece& first = box.text->pieces[line.first];
            const Piece& last = box.text->pieces[line.first + line.count - 1];
            lines.push_back(box.text->text.substr(first.begin, last.end - first.begin));
        }
        return lines;
    }
    for (const Box& child : box.children) {
        if (auto lines = lines_of(child); !lines.empty()) return lines;
    }
    return {};
}

theme::ReadingSetup justified_on_phone() {
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::phone;
    reading.justified = true;
    return reading;
}

std::vector<std::string> broken(const std::string& content, float width) {
    page::Page page;
    page.root = prose({element(Role::paragraph, Style::none, {text(content)})});
    FixedMeasure measure;
    return lines_of(lay_out(page, width, measure).root);
}

using Lines = std::vector<std::string>;

}  // namespace

TEST_CASE("a popover lies below its anchor, outside the flow") {
    page::Page page;
    Node summary = element(Role::summary, Style::utility_summary, {text("Legal pages")});
    Node panel = element(Role::group, Style::menu_panel, {text("Privacy")});
    Node details = element(Role::details, Style::utility_group, {summary, panel});
    FixedMeasure measure;
    page.root = element(Role::group, Style::page, {details});
    const Layout closed = lay_out(page, 900, measure);
    CHECK(closed.popovers.empty());
    page.root.children[0].open = true;
    const Layout opened = lay_out(page, 900, measure);
    CHECK(opened.height == closed.height);
    REQUIRE(opened.popovers.size() == 1);
    const Box& popover = *opened.popovers[0];
    const Box& anchor = opened.root.children[0];
    CHECK(popover.rect.y == anchor.rect.bottom() + popover.style.margin_top);
    CHECK(popover.rect.right() == anchor.rect.right());  // aligned with the end of its anchor
    CHECK(popover.rect.width == 200);
    page.direction = page::Direction::right_to_left;
    const Layout mirrored = lay_out(page, 900, measure);
    CHECK(mirrored.popovers[0]->rect.x == mirrored.root.children[0].rect.x);
}

TEST_CASE("justified lines end at the edge, except the last and those with large gaps") {
    page::Page page;
    page.root =
        prose({element(Role::paragraph, Style::none,
                       {text("aaaa bb cc d eeeeeee ffffffffffff hhhhhhhhhhhhhhhhhhhh ii")})});
    FixedMeasure measure;
    theme::ReadingSetup reading = justified_on_phone();
    const Layout layout = layout_page(page, 189, reading, measure);
    const InlineContent& content = *layout.root.children[0].text;
    REQUIRE(content.lines.size() == 4);
    const Line& full = content.lines[0];
    const Piece& last = content.pieces[full.first + full.count - 1];
    CHECK(full.stretch > 0);
    CHECK(last.x + last.width - full.apart == doctest::Approx(189));
    CHECK(content.lines[1].stretch == 0);  // nothing fits after the word
    CHECK(content.lines.back().stretch == 0);
}

TEST_CASE("justified text is divided at hyphens, which are not text") {
    page::Page page;
    page.root = prose(
        {element(Role::paragraph, Style::none,
                 {text("aa abab bb aaaa xxabxxabxx aa bb XXABXXABXX aa bb xxab/xxab aa bb "),
                  element(Role::code, Style::none, {text("xxabxxabxx")}), text(" aa bb cc")})});
    FixedMeasure measure;
    theme::ReadingSetup reading = justified_on_phone();
    reading.hanging = false;
    const Hyphenator hyphenator("2 2\n01\nAab\n0\n\n");
    const Layout layout = layout_page(page, 193, reading, measure, &hyphenator);
    const InlineContent& content = *layout.root.children[0].text;
    std::string lines;
    int hyphens = 0;
    for (const Line& line : content.lines) {
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const Piece& piece = content.pieces[i];
            lines += content.text.substr(piece.begin, piece.end - piece.begin) + " ";
        }
        lines += line.hyphen > 0 ? "- " : "| ";
        if (line.hyphen == 0) continue;
        ++hyphens;
        const Piece& last = content.pieces[line.first + line.count - 1];
        CHECK(last.x + last.width + line.hyphen == doctest::Approx(193));
    }
    CHECK(lines ==
          "aa abab bb aaaa xxabxxa - bxx aa bb XXABXXABXX | aa bb xxab/xxab aa bb | "
          "xxabxxabxx aa bb cc | ");
    CHECK(hyphens == 1);
    CHECK(content.text.find('-') == std::string::npos);
}

TEST_CASE("letters are set closer only as far as spaces stay a fifth of an em wide") {
    page::Page page;
    page.root = prose({element(Role::paragraph, Style::none,
                               {text("aa abab bb aaaa bbbbbbbb aaaabbbbaaaabbbbaaaa bb")})});
    FixedMeasure measure;
    theme::ReadingSetup reading = justified_on_phone();
    int closer = 0;
    for (int width = 180; width < 240; ++width) {
        const Layout layout = layout_page(page, static_cast<float>(width), reading, measure);
        const InlineContent& content = *layout.root.children[0].text;
        for (const Line& line : content.lines) {
            closer += line.apart < 0 ? 1 : 0;
            for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
                const Piece& piece = content.pieces[i];
                const float gap = content.pieces[i + 1].x - piece.x - piece.width;
                CHECK(gap + std::min(line.apart, 0.0F) >= 0.2F * 18 - 0.2F);
            }
        }
    }
    CHECK(closer > 0);
}

TEST_CASE("the text size setting affects only the text of an article") {
    page::Page page;
    page.root = prose({element(Role::paragraph, Style::none, {text("a")})});
    FixedMeasure measure;
    theme::ReadingSetup reading;
    const float usual = layout_page(page, 900, reading, measure).height;
    reading.text_step = 2;
    const float larger = layout_page(page, 900, reading, measure).height;
    CHECK(larger == doctest::Approx(usual * theme::text_scale(2)));
    reading.text_step = 0;
    reading.text_base = 1.25F;  // a browser with letters of 20 px
    CHECK(layout_page(page, 900, reading, measure).height == doctest::Approx(usual * 1.25F));
    page.root = element(Role::paragraph, Style::meta, {text("a")});
    CHECK(layout_page(page, 900, reading, measure).height == 20);
}

// Prose on a phone is 18 px, so each letter is 9 px wide.
TEST_CASE("a formula takes part in its line, and makes it taller around the baseline") {
    Node formula = element(Role::formula, Style::formula, {});
    formula.text = "abcdefgh";
    formula.ordered = true;
    page::Page page;
    page.root = prose(
        {element(Role::paragraph, Style::none, {text("one two "), formula, text(", three")})});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 120, measure);
    const Box& paragraph = layout.root.children.front();
    const std::vector<Line>& lines = paragraph.text->lines;
    // The formula is eight half ems wide, so it begins the second line, and the comma stays with
    // it.
    CHECK(lines_of(layout.root) == std::vector<std::string>{"one two", "\xef\xbf\xbc,", "three"});
    CHECK(lines[0].height == paragraph.style.line_height);
    CHECK(lines[2].height == paragraph.style.line_height);
    const FormulaSize size = {4 * paragraph.style.size, 2 * paragraph.style.size,
                              paragraph.style.size / 4};
    CHECK(lines[1].baseline == size.ascent);
    CHECK(lines[1].height == size.ascent + paragraph.style.line_height - lines[0].baseline);
    CHECK(paragraph.text->pieces[lines[1].first].width == size.width);
}

TEST_CASE("lines break as in browsers") {
    CHECK(broken("one two three", 72) == Lines{"one two", "three"});
    CHECK(broken("one  \n two", 200) == Lines{"one two"});
    CHECK(broken("either/or choice", 100) == Lines{"either/or", "choice"});
    CHECK(broken("well-known", 60) == Lines{"well-", "known"});
    CHECK(broken("minus -5", 65) == Lines{"minus", "-5"});
    CHECK(broken("in /home/x", 50) == Lines{"in", "/home", "/x"});
    CHECK(broken("東京都、大阪", 60) == Lines{"東京", "都、大", "阪"});
}

TEST_CASE("a word wider than the line is split between letters") {
    CHECK(broken("abcdefghij", 45) == Lines{"abcde", "fghij"});
    CHECK(broken("a abcdefghij", 45) == Lines{"a", "abcde", "fghij"});
    // A combining mark stays with its letter.
    CHECK(broken("abcde\xcc\x81"
                 "f",
                 45) == Lines{"abcde\xcc\x81", "f"});
}

TEST_CASE("empty text gives no lines") {
    CHECK(broken("", 100).empty());
    CHECK(broken("   \n ", 100).empty());
    CHECK(broken("a", 1) == Lines{"a"});
    CHECK(broken("abc", 0) == Lines{"a", "b", "c"});
}

TEST_CASE("pieces are in visual order") {
    page::Page page;
    page.direction = page::Direction::right_to_left;
    page.root = prose({element(Role::paragraph, Style::none, {text("אב abc גד")})});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 300, measure);
    const InlineContent& content = *layout.root.children.front().text;
    REQUIRE(content.pieces.size() == 3);
    CHECK(content.pieces[0].x > content.pieces[1].x);
    CHECK(content.pieces[1].x > content.pieces[2].x);
    // Right-aligned: the first word ends at the right edge.
    CHECK(content.pieces[0].x + content.pieces[0].width == doctest::Approx(300));
    CHECK(content.pieces[1].level == 2);
}

TEST_CASE("visual order follows levels (UAX #9 rule L2)") {
    using Order = std::vector<std::size_t>;
    CHECK(visual_order({0, 0, 0}) == Order{0, 1, 2});
    CHECK(visual_order({1, 1, 1}) == Order{2, 1, 0});
    CHECK(visual_order({0, 1, 1, 0}) == Order{0, 2, 1, 3});
    CHECK(visual_order({1, 2, 2, 1}) == Order{3, 1, 2, 0});
    CHECK(visual_order({}).empty());
}

TEST_CASE("a form is as high as in browsers: choices and hidden fields take no room") {
    std::vector<Node> options;
    for (const char* name : {"one", "two", "three"}) {
        options.push_back(element(Role::option, Style::none, {text(name)}));
    }
    Node menu = element(Role::field_label, Style::form_field,
                        {element(Role::span, Style::form_label, {text("About")}),
                         element(Role::choice, Style::form_input, options)});
    Node trap = element(Role::field_label, Style::form_hidden,
                        {element(Role::field, Style::form_input, {})});
    Node button = element(Role::submit, Style::form_button, {text("Send")});
    page::Page page;
    page.root = prose({element(Role::form, Style::form, {menu, trap, button})});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 800, measure);
    const Box* form = &layout.root;
    while (form->node->role != Role::form) form = &form->children.at(0);
    // The label of 22 and the menu of 44 with 4 between, 16, and the button of 44.
    CHECK(form->rect.height == doctest::Approx(22 + 4 + 44 + 16 + 44));
}

TEST_CASE("the margin of a first child collapses through its parent") {
    page::Page page;
    page.root = prose(
        {element(Role::paragraph, Style::none, {text("a")}),
         element(Role::group, Style::none, {element(Role::paragraph, Style::none, {text("b")})})});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 400, measure);
    const Box& group = layout.root.children[1];
    CHECK(layout.root.children[0].rect.y == 0);
    CHECK(group.rect.y == doctest::Approx(29 + 20));
    CHECK(group.children[0].rect.y == doctest::Approx(group.rect.y));
}

TEST_CASE("the margins of a block without content collapse through it") {
    const auto paragraph = [](const std::string& content) {
        return element(Role::paragraph, Style::none,
                       content.empty() ? std::vector<Node>{} : std::vector<Node>{text(content)});
    };
    page::Page page;
    page.root = prose({paragraph("a"), paragraph(""), paragraph(""),
                       element(Role::group, Style::none, {paragraph("b"), paragraph("")}),
                       element(Role::group, Style::none, {paragraph(""), paragraph("c")}),
                       element(Role::details, Style::none, {}), paragraph("d"), paragraph("")});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 400, measure);
    const std::vector<Box>& blocks = layout.root.children;
    const float step = 29 + 20;
    CHECK(blocks[3].rect.y == doctest::Approx(step));
    CHECK(blocks[3].rect.height == doctest::Approx(29));
    CHECK(blocks[4].rect.y == doctest::Approx(2 * step));
    // Only the hidden content of a disclosure separates margins.
    CHECK(blocks[5].rect.y == doctest::Approx(3 * step));
    CHECK(blocks[6].rect.y == doctest::Approx(3 * step + 20));
    // The last margin is left for what follows.
    CHECK(layout.root.rect.height == doctest::Approx(4 * step));
    CHECK(layout.root.margin_below == doctest::Approx(20));
}

TEST_CASE("margins stay inside the items of a column") {
    const auto paragraph = [] { return element(Role::paragraph, Style::none, {text("a")}); };
    const auto list = [&] {
        return element(Role::list, Style::none,
                       {element(Role::list_item, Style::none, {paragraph()})});
    };
    page::Page page;
    page.root =
        element(Role::article, Style::article,
                {prose({list()}), prose({element(Role::block_quote, Style::none, {paragraph()})})});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 400, measure);
    const Box& first = layout.root.children[0];
    // The margin of the item's paragraph, which is larger than the item's own.
    CHECK(first.children[0].rect.y == doctest::Approx(first.rect.y + 20));
    const Box& second = layout.root.children[1];
    CHECK(second.children[0].rect.y == second.rect.y);  // quotes begin without a gap
}

TEST_CASE("table columns are between their minimum and their preferred widths") {
    const auto cell = [](const std::string& content) {
        return element(Role::table_cell, Style::none, {text(content)});
    };
    page::Page page;
    page.root = prose(
        {element(Role::group, Style::table_scroller,
                 {element(Role::table, Style::none,
                          {element(Role::table_body, Style::none,
                                   {element(Role::table_row, Style::none,
                                            {cell("ab"), cell("many words in this cell")})})})})});
    FixedMeasure measure;
    const Layout wide = lay_out(page, 600, measure);
    const Box& wide_row = wide.root.children[0].children[0].children[0].children[0];
    // 15 px letters and 20 px of padding after each cell.
    CHECK(wide_row.children[0].rect.width == doctest::Approx(15 + 20));
    CHECK(wide_row.children[1].rect.width == doctest::Approx(23 * 7.5 + 20));
    const Layout narrow = lay_out(page, 140, measure);
    const Box& row = narrow.root.children[0].children[0].children[0].children[0];
    CHECK(row.rect.width == doctest::Approx(140));
    CHECK(row.children[0].rect.height == row.children[1].rect.height);
}

TEST_CASE("code keeps its lines and scrolls sideways") {
    page::Page page;
    Node code = element(Role::preformatted, Style::none, {});
    code.text = "a\tb\n\nlonger line of code here\n";
    page.root = prose({code});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 120, measure);
    const Box& box = layout.root.children.front();
    REQUIRE(box.text->lines.size() == 3);
    CHECK(box.text->pieces[1].x == doctest::Approx(4 * 7));
    CHECK(box.scroller == 1);
    CHECK(box.scroll_width > 120);
}

TEST_CASE("list markers are numbered") {
    page::Page page;
    Node list = element(Role::list, Style::none,
                        {element(Role::list_item, Style::none, {text("a")}),
                         element(Role::list_item, Style::none, {text("b")})});
    list.ordered = true;
    list.number = 9;
    page.root = prose({list});
    FixedMeasure measure;
    const Layout layout = lay_out(page, 300, measure);
    CHECK(layout.root.children[0].children[0].marker == "9.");
    CHECK(layout.root.children[0].children[1].marker == "10.");
}

TEST_CASE("folded-parts: the heading of a part that folds has a sign, as in HTML") {
    page::Page page;
    Node part = element(Role::details, Style::none,
                        {element(Role::summary, Style::none, {text("a")}),
                         element(Role::paragraph, Style::none, {text("b")})});
    page.root = prose({part});
    FixedMeasure measure;
    CHECK(lay_out(page, 300, measure).root.children[0].children[0].marker == "▸");
    page.root.children[0].open = true;
    const Layout open = lay_out(page, 300, measure);
    CHECK(open.root.children[0].children[0].marker == "▾");
    CHECK(open.root.children[0].children[1].marker.empty());
}

}  // namespace broadsheet::layout
