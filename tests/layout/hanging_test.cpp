// What is at the edges of paragraphs: hanging punctuation, initials, indents.
#include "layout/hanging.h"

#include <doctest/doctest.h>

#include <cctype>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "layout/layout.h"
#include "layout/paragraph_breaks.h"
#include "layout/typography_pages.h"
#include "page/page.h"

namespace broadsheet::layout {

namespace {

// Breaks by trying all of them: words with glue of one kind between them. Nothing if none is good.
struct AllBreaks {
    const std::vector<ParagraphItem>& items;
    std::int32_t width;
    const ParagraphParameters& parameters;

    // The least demerits of the lines from `begin` on, after `lines` lines of which the last has
    // this fitness.
    std::optional<std::int64_t> least(std::size_t begin, int lines, int fitness,
                                      std::int32_t hang) const {
        std::optional<std::int64_t> best;
        std::int64_t natural = 0;
        std::int64_t stretch = 0;
        std::int64_t shrink = 0;
        for (std::size_t end = begin; end <= items.size(); ++end) {
            const bool last = end == items.size();
            if (!last && items[end].kind == ParagraphItem::Kind::box) {
                natural += items[end].width;
                continue;
            }
            const std::int64_t room = width -
                                      (lines < parameters.indented_lines ? parameters.indent : 0) +
                                      hang + (last ? 0 : items[end].hang_before);
            const std::int64_t free = room - natural;
            if (free < -shrink) break;
            std::int32_t badness =
                free > 0 ? line_badness(free, stretch) : line_badness(-free, shrink);
            if (last && free > 0) badness = 0;
            int own = 2;
            if (badness > 12) own = free > 0 ? (badness > 99 ? 0 : 1) : 3;
            std::int64_t demerits = parameters.line_penalty + badness;
            demerits *= demerits;
            if (std::abs(own - fitness) > 1) demerits += parameters.adjacent_demerits;
            std::optional<std::int64_t> rest = 0;
            if (!last) rest = least(end + 1, lines + 1, own, items[end].hang_after);
            const bool good = badness <= parameters.tolerance && rest.has_value();
            if (good && (!best || demerits + *rest < *best)) best = demerits + *rest;
            if (last) break;
            natural += items[end].width;
            stretch += items[end].stretch;
            shrink += items[end].shrink;
        }
        return best;
    }
};

}  // namespace

TEST_CASE("lines that are shorter or hang are as good as the best of all") {
    std::uint32_t seed = 7;
    const auto random = [&](std::uint32_t limit) {
        seed = seed * 1664525U + 1013904223U;
        return static_cast<std::int32_t>((seed >> 8) % limit);
    };
    int compared = 0;
    for (int round = 0; round < 1000; ++round) {
        std::vector<ParagraphItem> items;
        for (int word = 0; word < 14; ++word) {
            ParagraphItem box;
            box.width = (20 + random(60)) * paragraph_units;
            if (word > 0) {
                ParagraphItem space;
                space.kind = ParagraphItem::Kind::glue;
                space.width = 5 * paragraph_units;
                space.stretch = 3 * paragraph_units;
                space.shrink = 2 * paragraph_units;
                space.hang_before = random(3) == 0 ? random(9) * paragraph_units : 0;
                space.hang_after = random(3) == 0 ? random(9) * paragraph_units : 0;
                items.push_back(space);
            }
            items.push_back(box);
        }
        ParagraphParameters parameters;
        parameters.pretolerance = -1;
        parameters.tolerance = 9999;
        parameters.emergency_stretch = 1;  // a last pass would take any last line
        parameters.first_hang = random(5) * paragraph_units;
        parameters.indented_lines = random(4);
        parameters.indent = random(90) * paragraph_units;
        const std::int32_t width = (160 + random(120)) * paragraph_units;
        const auto best = AllBreaks{items, width, parameters}.least(0, 0, 2, parameters.first_hang);
        if (!best) continue;
        ++compared;
        CHECK(break_paragraph(items, width, parameters).demerits == *best);
    }
    CHECK(compared > 200);
}

TEST_CASE("punctuation at the edges of justified text hangs out of the column") {
    std::string words;
    for (int i = 0; i < 12; ++i) words += "“aa bbb c, dd ee fff. gg hh “ii jj” kkk, l mm nn: oo; ";
    const page::Page page = page_of({paragraph(words)});
    FixedMeasure measure;
    theme::ReadingSetup reading = justified();
    const Layout hanging = layout_page(page, 300, reading, measure);
    reading.hanging = false;
    const Layout inside = layout_page(page, 300, reading, measure);
    const InlineContent& content = content_of(hanging);
    int ends = 0;
    int starts = 0;
    for (const Line& line : content.lines) {
        const std::string own = words_of(content, line);
        CAPTURE(own);
        const bool quote = own.starts_with("“");
        starts += quote ? 1 : 0;
        CHECK(left_of(content, line) == doctest::Approx(quote ? -0.55F * letter_width : 0));
        if (line.end == LineEnd::last) continue;
        const bool sign = own.ends_with(",") || own.ends_with(".");
        if (!sign && std::isalpha(static_cast<unsigned char>(own.back())) == 0) continue;
        ends += sign ? 1 : 0;
        CHECK(right_of(content, line) == doctest::Approx(300 + (sign ? 0.7F * letter_width : 0)));
    }
    CHECK(ends >= 3);
    CHECK(starts >= 2);
    for (const Line& line : content_of(inside).lines) {
        CHECK(left_of(content_of(inside), line) == 0);
        CHECK(right_of(content_of(inside), line) <= 300.01F);
    }
}

TEST_CASE("hyphens that are drawn hang, too") {
    page::Page page = page_of({paragraph("aa abab bb aaaa xxabxxabxx aa bb cc")});
    FixedMeasure measure;
    const Hyphenator hyphenator("2 2\n01\nAab\n0\n\n");
    const Layout layout = layout_page(page, 189, justified(), measure, &hyphenator);
    int hyphens = 0;
    for (const Line& line : content_of(layout).lines) {
        if (line.hyphen == 0) continue;
        ++hyphens;
        CHECK(right_of(content_of(layout), line) == doctest::Approx(189 + 0.55F * line.hyphen));
    }
    CHECK(hyphens == 1);
}

TEST_CASE("text from right to left hangs at its own edges, and ragged text nowhere") {
    page::Page page = page_of({paragraph("“אאאא אאאא ב, גגגג גגגג ג, דדדד דדדד ד, הההה הההה")});
    page.direction = page::Direction::right_to_left;
    FixedMeasure measure;
    const Layout layout = layout_page(page, 110, justified(), measure);
    const InlineContent& content = content_of(layout);
    const Piece& first = content.pieces[content.lines.front().first];
    CHECK(first.x + first.width == doctest::Approx(110 + 0.55F * letter_width));
    theme::ReadingSetup ragged = justified();
    ragged.justified = false;
    const Layout plain = layout_page(page, 110, ragged, measure);
    const Piece& start = content_of(plain).pieces[content_of(plain).lines.front().first];
    CHECK(start.x + start.width == doctest::Approx(110));
}

TEST_CASE("an initial takes room from the lines beside it, and is not part of the text") {
    const std::string words = "Every word of this text is short, so that it fills some lines well.";
    const page::Page page = page_of({paragraph(words, Style::opening), paragraph("Next.")});
    FixedMeasure measure;
    for (const bool even : {false, true}) {
        theme::ReadingSetup reading = justified();
        reading.justified = even;
        const Layout without = layout_page(page, 200, reading, measure);
        CHECK(content_of(without).initial.letter.empty());
        CHECK(content_of(without).text == words);
        reading.drop_caps = true;
        const Layout layout = layout_page(page, 200, reading, measure);
        const InlineContent& content = content_of(layout);
        const theme::DropCap cap = theme::drop_cap_of(reading);
        CHECK(content.initial.letter == "E");
        CHECK(content.text == words.substr(1));
        CHECK(content.initial.width == cap.size / 2);
        REQUIRE(content.lines.size() > 3);
        for (std::size_t i = 0; i < content.lines.size(); ++i) {
            const bool beside = i < static_cast<std::size_t>(cap.lines);
            const float indent = beside ? cap.size / 2 - cap.hang + cap.gap : 0;
            CHECK(content.lines[i].indent == doctest::Approx(indent));
            CHECK(left_of(content, content.lines[i]) == doctest::Approx(indent));
            CHECK(right_of(content, content.lines[i]) <= 207);
        }
    }
}

TEST_CASE("the space after an initial is neither drawn nor lost") {
    const page::Page page = page_of({paragraph("A man of the sea.", Style::opening)});
    FixedMeasure measure;
    theme::ReadingSetup reading = justified();
    reading.drop_caps = true;
    const Layout layout = layout_page(page, 400, reading, measure);
    const InlineContent& content = content_of(layout);
    CHECK(content.initial.plain + content.text == "A man of the sea.");
    CHECK(content.text == "man of the sea.");
    // The box is as high as the letter, so that the next paragraph begins below it.
    CHECK(layout.root.children[0].rect.height == 3 * 31);
}

TEST_CASE("indented paragraphs follow each other without a space, and the first has no indent") {
    Node quote;
    quote.role = Role::block_quote;
    quote.children = {paragraph("One."), paragraph("Two.")};
    Node centered = paragraph("Centred.");
    centered.alignment = page::Alignment::center;
    const page::Page page =
        page_of({paragraph("First."), paragraph("Second, with more words than a line has."),
                 centered, paragraph("After it."), paragraph("Next."), quote});
    FixedMeasure measure;
    theme::ReadingSetup reading = justified();
    reading.justified = false;
    reading.indented = true;
    const Layout layout = layout_page(page, 200, reading, measure);
    const std::vector<Box>& boxes = layout.root.children;
    const float indent = theme::paragraph_indent * 19;
    const auto first_left = [](const Box& box) { return left_of(*box.text, box.text->lines[0]); };
    CHECK(first_left(boxes[0]) == 0);
    CHECK(first_left(boxes[1]) == doctest::Approx(indent));
    CHECK(boxes[1].rect.y == boxes[0].rect.bottom());
    REQUIRE(boxes[1].text->lines.size() > 1);
    CHECK(left_of(*boxes[1].text, boxes[1].text->lines[1]) == 0);
    CHECK(first_left(boxes[3]) == 0);  // the one before is centred
    CHECK(boxes[3].rect.y == boxes[2].rect.bottom() + 20);
    CHECK(first_left(boxes[4]) == doctest::Approx(indent));
    CHECK(first_left(boxes[5].children[0]) == 0);
    CHECK(first_left(boxes[5].children[1]) == doctest::Approx(indent));
}

}  // namespace broadsheet::layout
