// How lines are chosen: headlines, long words, lines that nothing fills, mixed directions.
#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "layout/hyphenation.h"
#include "layout/layout.h"
#include "layout/typography_pages.h"
#include "page/page.h"

namespace broadsheet::layout {

TEST_CASE("headlines have lines of about the same length, and not more of them") {
    Node title = paragraph("aaaa bbbb cccc dddd eeee ffff gg", Style::article_title);
    page::Page page = page_of({title});
    page.root.style = Style::article;
    FixedMeasure measure;
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::phone;  // letters of 17 px
    const auto lines_at = [&](float width) {
        const Layout layout = layout_page(page, width, reading, measure);
        std::string lines;
        const InlineContent& content = *layout.root.children[0].text;
        for (const Line& line : content.lines) lines += words_of(content, line) + "|";
        return lines;
    };
    CHECK(lines_at(700) == "aaaa bbbb cccc dddd eeee ffff gg|");
    CHECK(lines_at(500) == "aaaa bbbb cccc|dddd eeee ffff gg|");
    CHECK(lines_at(440) == "aaaa bbbb cccc|dddd eeee ffff gg|");
    CHECK(lines_at(80) == "aaaa|bbbb|cccc|dddd|eeee|ffff|gg|");  // too many lines to balance
    page.root.children[0].children[0].text =
        "aaaa bbbb cccc dddd eeee ffff aaaabbbbccccddddeeeeffff";
    CHECK(lines_at(300) == "aaaa bbbb cccc|dddd eeee ffff|aaaabbbbccccddddee|eeffff|");
}

TEST_CASE("long words without syllables are not divided before a comma") {
    Node code;
    code.role = Role::code;
    code.children = {text_node("aaaa::bbbb,cccc,dddd::eeee,ffff,gggg::hhhh,iiii,kkkk")};
    Node text = paragraph("aa bb ");
    text.children.push_back(code);
    const page::Page page = page_of({text});
    FixedMeasure measure;
    for (int width = 60; width < 160; width += 4) {
        const Layout layout = layout_page(page, static_cast<float>(width), justified(), measure);
        const InlineContent& content = content_of(layout);
        CHECK(content.lines.size() > 3);
        for (const Line& line : content.lines) {
            const std::string own = words_of(content, line);
            CHECK((own[0] != ',' && own[0] != ':'));
        }
    }
}

TEST_CASE("a word wider than its column is divided, and the lines around it are planned") {
    FixedMeasure measure;
    const Hyphenator hyphenator("2 2\n01\nAab\n0\n\n");
    const std::string syllables = "xxabxxabxxabxxabxxabxxabxxabxxab";
    const std::string words = "aa bbb aa cccc aa dd eee aa bb cccc dd aa eeee ff aa bb";
    for (const bool code : {false, true}) {
        Node text = paragraph(words + " ");
        Node wide = text_node(syllables);
        if (code) {
            Node element;
            element.role = Role::code;
            element.children = {wide};
            wide = element;
        }
        text.children.push_back(wide);
        text.children.push_back(text_node(", " + words));
        const page::Page page = page_of({text});
        const Layout layout = layout_page(page, 160, justified(), measure, &hyphenator);
        const InlineContent& content = content_of(layout);
        std::string all;
        int hyphens = 0;
        int stretched = 0;
        for (const Line& line : content.lines) {
            CAPTURE(words_of(content, line));
            all += words_of(content, line);
            hyphens += line.hyphen > 0 ? 1 : 0;
            stretched += line.stretch != 0 ? 1 : 0;
            CHECK(right_of(content, line) <= 160 + 0.7F * letter_width + 0.1F);
        }
        CHECK((all.find(syllables) != std::string::npos));
        // Code has no syllables.
        CHECK((hyphens > 0) == !code);
        CHECK(stretched > 3);
    }
}

TEST_CASE("what is wider than its column and cannot be divided leaves the other lines planned") {
    Node formula;
    formula.role = Role::formula;
    formula.text = std::string(60, 'x');
    const std::string words = "aa bbb aa cccc aa dd eee aa bb cccc dd aa eeee ff aa bb";
    Node text = paragraph(words + " ");
    text.children.push_back(formula);
    text.children.push_back(text_node(", " + words));
    const page::Page page = page_of({text});
    FixedMeasure measure;
    const Layout layout = layout_page(page, 160, justified(), measure);
    const InlineContent& content = content_of(layout);
    int stretched = 0;
    for (const Line& line : content.lines) {
        stretched += line.stretch != 0 ? 1 : 0;
        // The comma stays with the formula.
        CHECK(!words_of(content, line).starts_with(","));
    }
    CHECK(stretched > 3);
}

TEST_CASE("two slightly ragged lines are better than one that is half empty") {
    // Words without hyphens, of which the third fits no line after the first two.
    const page::Page page =
        page_of({paragraph("aaaaaaaaaaaa bbb ccccccccccccccccc dd eeeeeeeeeeeeeee ffffffffffffff "
                           "gggg hhhhhhhhhhhhhhhhh ii jjjjjjjjjjjjjj kkkkkkkkkkkkk lll")});
    FixedMeasure measure;
    for (const float width : {200.0F, 210.0F, 230.0F, 250.0F}) {
        const Layout layout = layout_page(page, width, justified(), measure);
        const InlineContent& content = content_of(layout);
        for (const Line& line : content.lines) {
            CAPTURE(width);
            CAPTURE(words_of(content, line));
            if (line.end == LineEnd::soft) CHECK(line.width > 0.55F * width);
        }
    }
}

TEST_CASE("a last line of one word is avoided where the lines before can make up for it") {
    const page::Page page = page_of({paragraph(
        "Developers continue to report high satisfaction with documentation, although several "
        "respondents mentioned inconsistent explanations about concurrency, particularly where "
        "libraries overlapped. Contributors therefore reorganised introductory material, adding "
        "examples, removing outdated recommendations, and warning readers early about potential "
        "misunderstandings")});
    FixedMeasure measure;
    for (const float width : {296.0F, 300.0F, 304.0F, 324.0F, 328.0F, 360.0F, 420.0F}) {
        const Layout layout = layout_page(page, width, justified(), measure);
        const InlineContent& content = content_of(layout);
        const Line& last = content.lines.back();
        CAPTURE(width);
        CAPTURE(words_of(content, last));
        CHECK(words_of(content, last).find(' ') != std::string::npos);
        CHECK(last.width >= width / 8);
    }
}

TEST_CASE("scripts without hyphens, whose letters are joined, have wider spaces") {
    std::string words;
    for (int i = 0; i < 12; ++i) words += "كتاب كبيرة في المكتبة العامة للمدينة ";
    page::Page page = page_of({paragraph(words)});
    page.direction = page::Direction::right_to_left;
    FixedMeasure measure;
    int all_filled = 0;
    int all_ragged = 0;
    for (float width = 280; width < 400; width += 4) {
        const Layout layout = layout_page(page, width, justified(), measure);
        const InlineContent& content = content_of(layout);
        int filled = 0;
        int ragged = 0;
        for (const Line& line : content.lines) {
            if (line.end == LineEnd::last) continue;
            (line.width > width - 1 ? filled : ragged) += 1;
            CHECK(line.stretch <= 0.8F * 19 - letter_width + 0.1F);
        }
        CAPTURE(width);
        CHECK(filled > 3);
        all_filled += filled;
        all_ragged += ragged;
    }
    CHECK(all_filled > all_ragged);
}

TEST_CASE("code in text from right to left is read from left to right") {
    Node code;
    code.role = Role::code;
    code.children = {text_node("a >>")};
    Node text = paragraph("אא ");
    text.children.push_back(code);
    text.children.push_back(text_node(" בב"));
    page::Page page = page_of({text});
    page.direction = page::Direction::right_to_left;
    FixedMeasure measure;
    const Layout layout = layout_page(page, 400, theme::ReadingSetup{}, measure);
    const InlineContent& content = content_of(layout);
    const auto x_of = [&](std::string_view part) {
        for (const Piece& piece : content.pieces) {
            if (content.text_of(piece) == part) return piece.x;
        }
        return -1.0F;
    };
    CHECK(x_of("בב") >= 0);
    CHECK(x_of("בב") < x_of("a"));
    CHECK(x_of("a") < x_of(">>"));
    CHECK(x_of(">>") < x_of("אא"));
}

TEST_CASE("the parts of a formula in text from right to left are read from left to right") {
    Node part;
    part.role = Role::formula;
    part.style = page::Style::formula;
    Node formula;
    formula.role = Role::span;
    formula.direction = page::Direction::left_to_right;
    for (const char* tex : {"abcd", "efgh"}) {
        part.text = tex;
        formula.children.push_back(part);
    }
    Node text = paragraph("אא ");
    text.children.push_back(formula);
    text.children.push_back(text_node(" בב"));
    page::Page page = page_of({text});
    page.direction = page::Direction::right_to_left;
    FixedMeasure measure;
    const Layout layout = layout_page(page, 400, theme::ReadingSetup{}, measure);
    std::vector<float> places;
    for (const Piece& piece : content_of(layout).pieces) {
        if (piece.picture) places.push_back(piece.x);
    }
    REQUIRE(places.size() == 2);
    CHECK(places[0] < places[1]);
}

TEST_CASE("the items of tight lists are justified like those of loose ones") {
    Node tight;
    tight.role = Role::list_item;
    tight.children = {text_node("aa bbb cccc dd eee ffff aa bbb cccc dd eee ffff")};
    Node loose;
    loose.role = Role::list_item;
    loose.children = {paragraph("aa bbb cccc dd eee ffff aa bbb cccc dd eee ffff")};
    Node list;
    list.role = Role::list;
    list.children = {tight, loose};
    const page::Page page = page_of({list});
    FixedMeasure measure;
    const Layout layout = layout_page(page, 180, justified(), measure);
    const std::vector<Box>& items = layout.root.children[0].children;
    const InlineContent& one = *items[0].text;
    const InlineContent& other = *items[1].children[0].text;
    REQUIRE(one.lines.size() == other.lines.size());
    for (std::size_t i = 0; i < one.lines.size(); ++i) {
        CHECK(one.lines[i].stretch == other.lines[i].stretch);
    }
    CHECK(one.lines[0].stretch != 0);
}

TEST_CASE("ideographs keep off letters also in lines that nothing fills") {
    const page::Page page =
        page_of({paragraph("本の午後3時30分 Node.js 20と TypeScriptTypeScript")});
    FixedMeasure measure;
    const Layout layout = layout_page(page, 360, justified(), measure);
    const InlineContent& content = content_of(layout);
    const Line& line = content.lines.front();
    CHECK(line.spread == 0);
    for (std::uint32_t i = line.first + 1; i < line.first + line.count; ++i) {
        const Piece& piece = content.pieces[i];
        const Piece& before = content.pieces[i - 1];
        if (before.end < piece.begin) continue;  // a space
        CHECK(piece.x - before.x - before.width == doctest::Approx(piece.lead));
    }
}

TEST_CASE("emphasis is upright within italics, and bold in scripts that have none") {
    Node emphasis;
    emphasis.role = Role::emphasis;
    emphasis.children = {text_node("aa")};
    Node quoted = paragraph("bb ");
    quoted.children.push_back(emphasis);
    Node quote;
    quote.role = Role::block_quote;
    quote.children = {quoted};
    page::Page page = page_of({quoted, quote});
    FixedMeasure measure;
    const auto style_of = [&](bool in_quote, std::size_t element) {
        const Layout layout = layout_page(page, 400, justified(), measure);
        const Box& box = layout.root.children[in_quote ? 1 : 0];
        return (in_quote ? box.children[0].text : box.text)->elements[element].style;
    };
    CHECK(style_of(false, 1).italic);
    CHECK(style_of(true, 0).italic);
    CHECK_FALSE(style_of(true, 1).italic);
    page.language = "zh-TW";
    for (const bool in_quote : {false, true}) {
        CHECK_FALSE(style_of(in_quote, 0).italic);
        CHECK_FALSE(style_of(in_quote, 1).italic);
        CHECK(style_of(in_quote, 1).weight == 700);
    }
    page.language = "en";
    page.root.children[1].language = "he";  // a text in another language than the page's
    CHECK(style_of(false, 1).italic);
    CHECK_FALSE(style_of(true, 0).italic);
    CHECK(style_of(true, 1).weight == 700);
}

TEST_CASE("a long title has lines between what is beside it") {
    Node menu = paragraph("", Style::phone_spacer);
    Node title = paragraph("aaaa bbbb cccc dddd eeee ffff", Style::masthead_title_long);
    Node head = paragraph("", Style::masthead);
    head.role = Role::group;
    head.children = {menu, title, menu};
    page::Page page;
    page.root.children = {head};
    FixedMeasure measure;
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::phone;
    const Layout layout = layout_page(page, 320, reading, measure);
    const std::vector<Box>& boxes = layout.root.children[0].children;
    const float edge = layout.root.children[0].content.x;
    CHECK(boxes[1].rect.x == doctest::Approx(edge + 44));
    CHECK(boxes[1].rect.right() == doctest::Approx(320 - edge - 44));
    CHECK(boxes[1].text->lines.size() == 2);
    CHECK(boxes[2].rect.x == doctest::Approx(boxes[1].rect.right()));
}

TEST_CASE("lines without spaces do not reach beyond the column") {
    const page::Page page =
        page_of({paragraph("aa bbbb cc aaaaaaaa-bbbbbbbb-cccccccc-dddddddd-eeeeeeee-ffffffff-gggg "
                           "hhhh-iiiiiiii-kkkkkkkk aa bbb cc")});
    FixedMeasure measure;
    for (float width = 150; width < 260; width += 1) {
        const Layout layout = layout_page(page, width, justified(), measure);
        const InlineContent& content = content_of(layout);
        for (const Line& line : content.lines) {
            CAPTURE(width);
            CAPTURE(words_of(content, line));
            CHECK(right_of(content, line) <= width + 0.7F * letter_width + 0.2F);
        }
    }
}

}  // namespace broadsheet::layout
