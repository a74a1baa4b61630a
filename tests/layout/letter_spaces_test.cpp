// Spaces between letters, in justified lines and beside ideographs.
#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "layout/hyphenation.h"
#include "layout/layout.h"
#include "layout/typography_pages.h"
#include "page/page.h"

namespace broadsheet::layout {

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

}  // namespace broadsheet::layout
