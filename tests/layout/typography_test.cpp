// What paragraphs have beyond their lines: hanging punctuation, initials, indents.
#include <doctest/doctest.h>

#include <algorithm>
#include <cctype>
#include <cstdlib>
#include <optional>
#include <string>
#include <vector>

#include "layout/hanging.h"
#include "layout/layout.h"
#include "layout/paragraph_breaks.h"
#include "page/page.h"

namespace broadsheet::layout {
namespace {

using page::Node;
using page::Role;
using page::Style;

constexpr float letter_width = 9.5F;  // FixedMeasure: half an em of 19 px

Node text_node(std::string content) {
    Node node;
    node.role = Role::text;
    node.text = std::move(content);
    return node;
}

Node paragraph(std::string content, Style style = Style::none) {
    Node node;
    node.role = Role::paragraph;
    node.style = style;
    node.children = {text_node(std::move(content))};
    return node;
}

page::Page page_of(std::vector<Node> paragraphs) {
    page::Page page;
    page.root.style = Style::prose;
    page.root.children = std::move(paragraphs);
    return page;
}

theme::ReadingSetup justified() {
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::desktop;
    reading.justified = true;
    return reading;
}

const InlineContent& content_of(const Layout& layout, std::size_t paragraph = 0) {
    return *layout.root.children[paragraph].text;
}

float left_of(const InlineContent& content, const Line& line) {
    return content.pieces[line.first].x;
}

// The space of the last letter of a line is not seen.
float right_of(const InlineContent& content, const Line& line) {
    const Piece& last = content.pieces[line.first + line.count - 1];
    const bool apart = last.font != content.elements[static_cast<std::size_t>(last.element)].font;
    return last.x + last.width + (apart && line.hyphen == 0 ? -line.apart : line.hyphen);
}

std::string words_of(const InlineContent& content, const Line& line) {
    return content.text.substr(
        content.pieces[line.first].begin,
        content.pieces[line.first + line.count - 1].end - content.pieces[line.first].begin);
}

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

TEST_CASE("ideographs of justified lines are set apart, and words between them are not") {
    const std::string sentence = "水の都市では、Webの読者が「新聞」を毎朝読む。";
    std::string words;
    for (int i = 0; i < 9; ++i) words += sentence;
    const page::Page page = page_of({paragraph(words)});
    FixedMeasure measure;
    const Layout layout = layout_page(page, 300, justified(), measure);
    const InlineContent& content = content_of(layout);
    REQUIRE(content.lines.size() > 3);
    std::string text;
    int spread = 0;
    int halves = 0;
    for (const Line& line : content.lines) {
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const Piece& piece = content.pieces[i];
            text += content.text.substr(piece.begin, piece.end - piece.begin);
        }
        if (line.end != LineEnd::soft) continue;
        // Half of a sign at the edge is empty, so it stands outside.
        const std::string own = words_of(content, line);
        const bool opens = own.starts_with("「");
        const bool closes = own.ends_with("、") || own.ends_with("。") || own.ends_with("」");
        halves += (opens ? 1 : 0) + (closes ? 1 : 0);
        CHECK(left_of(content, line) == doctest::Approx(opens ? -9.5F : 0));
        CHECK(right_of(content, line) == doctest::Approx(closes ? 309.5F : 300));
        if (line.spread == 0) continue;
        ++spread;
        for (std::uint32_t i = line.first; i + 1 < line.first + line.count; ++i) {
            const Piece& piece = content.pieces[i];
            const float after = content.pieces[i + 1].x - piece.x - piece.width;
            const float spread_after = is_ideographic(content, piece) ? line.spread : 0;
            CHECK(after - content.pieces[i + 1].lead == doctest::Approx(spread_after));
        }
    }
    CHECK(text == content.text);
    CHECK(spread >= 2);
    CHECK(halves >= 1);
    theme::ReadingSetup ragged = justified();
    ragged.justified = false;
    const Layout plain = layout_page(page, 300, ragged, measure);
    for (const Line& line : content_of(plain).lines) CHECK(line.spread == 0);
}

TEST_CASE("ideographs keep off letters, and signs share their empty halves, in justified text") {
    // A letter is half an em wide, an ideograph one em.
    const std::string words =
        "本はWebで2026年に「第『一』、章。」（全部）を読む。そして終わりまで書く。";
    page::Page page = page_of({paragraph(words)});
    FixedMeasure measure;
    const auto lead_before = [&](const InlineContent& content, std::string_view sign) {
        const std::size_t at = content.text.find(sign);
        for (const Piece& piece : content.pieces) {
            if (piece.begin == at) return piece.lead / 19;
        }
        return 99.0F;
    };
    const Layout layout = layout_page(page, 500, justified(), measure);
    const InlineContent& content = content_of(layout);
    for (const char* const sign : {"Web", "で2026", "2026", "年に"}) {
        CAPTURE(sign);
        CHECK(lead_before(content, sign) == doctest::Approx(0.25F));
    }
    // 「第『: one alone. 』、 and 。」 and 」（: the second shares a half with the first.
    for (const char* const sign : {"「第", "『一", "』、", "。」", "）を"}) {
        CAPTURE(sign);
        CHECK(lead_before(content, sign) == 0);
    }
    for (const char* const sign : {"、章", "」（", "（全"}) {
        CAPTURE(sign);
        CHECK(lead_before(content, sign) == doctest::Approx(-0.5F));
    }
    // The pieces are the text, and their places follow from their widths.
    std::string text;
    for (const Line& line : content.lines) {
        for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
            const Piece& piece = content.pieces[i];
            text += content.text.substr(piece.begin, piece.end - piece.begin);
            if (i == line.first) {
                CHECK(piece.lead == 0);
                continue;
            }
            const Piece& before = content.pieces[i - 1];
            const float spread = is_ideographic(content, before) ? line.spread : 0;
            CHECK(piece.x == doctest::Approx(before.x + before.width + spread + piece.lead));
        }
    }
    CHECK(text == content.text);
    // In Taiwan, full stops and commas stand in the middle of their square.
    page.language = "zh-Hant-TW";
    const Layout taiwan = layout_page(page, 500, justified(), measure);
    CHECK(lead_before(content_of(taiwan), "、章") == 0);
    CHECK(lead_before(content_of(taiwan), "（全") == doctest::Approx(-0.5F));
    // Ragged text is the browser's own.
    theme::ReadingSetup ragged = justified();
    ragged.justified = false;
    const Layout plain = layout_page(page, 500, ragged, measure);
    for (const Piece& piece : content_of(plain).pieces) CHECK(piece.lead == 0);
}

TEST_CASE("letters are set apart where spaces would be too wide, and closer where too narrow") {
    std::string words;
    for (const char* const sentence :
         {"The keeper of the lighthouse wrote a number for every ship that passed in winter. ",
          "Nobody read the books until the harbour was moved, and then everybody wanted them. ",
          "They are kept in a cupboard whose key hangs beside the telephone of the museum. "}) {
        words += sentence;
    }
    Node code;
    code.role = Role::code;
    code.children = {text_node("const harbour")};
    Node last = paragraph(words);
    last.children = {text_node(words + " "), code, text_node(" " + words)};
    const page::Page page = page_of({paragraph(words), last});
    FixedMeasure measure;
    int apart = 0;
    int closer = 0;
    int ragged = 0;
    for (const float width : {190.0F, 210.0F, 230.0F, 260.0F, 300.0F}) {
        const Layout layout = layout_page(page, width, justified(), measure);
        for (const Box& box : layout.root.children) {
            const InlineContent& content = *box.text;
            for (const Line& line : content.lines) {
                CAPTURE(words_of(content, line));
                apart += line.apart > 0 ? 1 : 0;
                closer += line.apart < 0 ? 1 : 0;
                CHECK(line.apart <= 0.03F * 19 + 0.001F);
                CHECK(line.apart >= -0.02F * 19 - 0.001F);
                for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
                    const Piece& piece = content.pieces[i];
                    const auto& element = content.elements[static_cast<std::size_t>(piece.element)];
                    const bool is_code = element.style.family == theme::Family::mono;
                    CHECK((piece.font == element.font) == (line.apart == 0 || is_code));
                    CHECK(measure.font(piece.font).tracking == (is_code ? 0 : line.apart));
                    if (is_code) continue;
                    const auto letters = static_cast<float>(piece.end - piece.begin);
                    CHECK(piece.width == doctest::Approx(letters * (letter_width + line.apart)));
                    if (i + 1 == line.first + line.count) continue;
                    const float gap = content.pieces[i + 1].x - piece.x - piece.width;
                    CHECK(gap <= std::max(0.5F * 19, 1.3F * letter_width) + 0.1F);
                    CHECK(gap >= 0.2F * 19 - 0.1F);
                }
                if (line.end == LineEnd::last) continue;
                const std::string own = words_of(content, line);
                const float hang = own.ends_with(",") || own.ends_with(".") ? 0.7F : 0;
                const float right = right_of(content, line);
                if (right < width - 1) {
                    ++ragged;
                } else {
                    CHECK(right == doctest::Approx(width + hang * letter_width));
                }
            }
        }
    }
    CHECK(apart > 10);
    CHECK(closer > 3);
    CHECK(ragged < apart);
    // Ragged text stays as it is.
    theme::ReadingSetup reading = justified();
    reading.justified = false;
    const Layout plain = layout_page(page, 200, reading, measure);
    for (const Line& line : content_of(plain).lines) CHECK(line.apart == 0);
}

TEST_CASE("letters that are joined, or square, are never set apart") {
    FixedMeasure measure;
    for (const std::string word : {"كتاب", "שלום", "किताब", "ภาษา", "국제", "שלום two"}) {
        std::string words;
        for (int i = 0; i < 40; ++i) words += word + (i % 3 == 0 ? word + " " : " ");
        const page::Page page = page_of({paragraph(words)});
        const Layout layout = layout_page(page, 210, justified(), measure);
        for (const Line& line : content_of(layout).lines) CHECK(line.apart == 0);
    }
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
