// Words that are wider than a whole line, as on small phones.
#include <doctest/doctest.h>

#include <string>

#include "layout/hyphenation.h"
#include "layout/layout.h"
#include "layout/typography_pages.h"
#include "page/page.h"

namespace broadsheet::layout {

namespace {

std::string all_lines(const InlineContent& content) {
    std::string lines;
    for (const Line& line : content.lines) {
        lines += words_of(content, line);
        lines += line.hyphen > 0 ? "-|" : "|";
    }
    return lines;
}

// A title on a phone, whose letters are 17 px wide.
std::string title_lines(const std::string& title, float width, const Hyphenator* hyphenator) {
    page::Page page = page_of({paragraph(title, Style::article_title)});
    page.root.style = Style::article;
    FixedMeasure measure;
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::phone;
    return all_lines(content_of(layout_page(page, width, reading, measure, hyphenator)));
}

}  // namespace

TEST_CASE("a headline's word has hyphens where it is wider than the column, and only there") {
    const Hyphenator hyphenator("2 2\n01\nAab\n0\n\n");  // within each "ab"
    const std::string word = "xxxxxabxxxxxabxxxxxabxx";
    CHECK(title_lines(word, 170, &hyphenator) == "xxxxxa-|bxxxxxa-|bxxxxxabxx|");
    CHECK(title_lines(word, 170, nullptr) == "xxxxxabxxx|xxabxxxxxa|bxx|");
    CHECK(title_lines("xx " + word, 400, &hyphenator) == "xx|" + word + "|");
    // Names of programs, and addresses, are no words.
    CHECK(title_lines("xxxxxabxxx_xxabxxxxx", 170, &hyphenator) == "xxxxxabxxx|_xxabxxxxx|");
}

TEST_CASE("the hyphen of a headline stays in the column") {
    const Hyphenator hyphenator("2 2\n01\nAab\n0\n\n");
    page::Page page = page_of({paragraph("xxxxxabxxxxxabxxxxxabxx", Style::article_title)});
    page.root.style = Style::article;
    FixedMeasure measure;
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::phone;
    for (float width = 60; width < 300; width += 7) {
        const Layout layout = layout_page(page, width, reading, measure, &hyphenator);
        for (const Line& line : content_of(layout).lines) {
            CHECK(right_of(content_of(layout), line) <= width + 0.1F);
        }
    }
}

TEST_CASE("ideographs do not stand alone before a word that is broken anyway") {
    FixedMeasure measure;
    const auto lines_of = [&](const std::string& text) {
        const page::Page page = page_of({paragraph(text)});
        return all_lines(content_of(layout_page(page, 200, justified(), measure)));
    };
    // A line takes 10 ideographs or 21 letters.
    CHECK(lines_of("短句aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa后") ==
          "短句aaaaaaaaaaaaaaaa|aaaaaaaaaaaaaa后|");
    CHECK(lines_of("使用「aaaaaaaaaaaaaaaaaaaaaaaaaaaaaa」后") ==
          "使用「aaaaaaaaaaaaaaa|aaaaaaaaaaaaaaa」后|");
    // A word that fits in a line is not broken.
    CHECK(lines_of("短句短句aaaaaaaaaaaaaaaaaaaa后") == "短句短句|aaaaaaaaaaaaaaaaaaaa|后|");
    // Of a word that is broken, there are some letters in each line.
    CHECK(lines_of("短句短句短句短句短aaaaaaaaaaaaaaaaaaaaaaaa") ==
          "短句短句短句短句短|aaaaaaaaaaaaaaaaaaaaa|aaa|");
}

TEST_CASE("a name beside a count takes what the count leaves") {
    Node link = paragraph("aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", Style::count_link);
    Node row = paragraph("", Style::count_row);
    row.role = Role::group;
    row.children = {link, paragraph("(12)", Style::count_number)};
    const page::Page page = page_of({row});
    FixedMeasure measure;
    theme::ReadingSetup reading;
    reading.breakpoint = theme::Breakpoint::phone;
    const Layout layout = layout_page(page, 290, reading, measure);
    const std::vector<Box>& boxes = layout.root.children[0].children;
    CHECK(boxes[0].text->lines.size() == 2);
    CHECK(boxes[1].rect.right() <= 290.1F);
    CHECK(boxes[1].rect.x >= boxes[0].rect.right());
}

}  // namespace broadsheet::layout
