// Compares the breaks of paragraphs with those of TeX. tests/layout/tex_paragraphs.py made the
// golden file and describes its format.
#include "layout/paragraph_breaks.h"

#include <doctest/doctest.h>

#include <chrono>
#include <fstream>
#include <sstream>
#include <string>

namespace broadsheet::layout {
namespace {

using Kind = ParagraphItem::Kind;

ParagraphItem box(std::int32_t width) { return {Kind::box, false, width, 0, 0, 0}; }
ParagraphItem glue(std::int32_t width, std::int32_t stretch, std::int32_t shrink) {
    return {Kind::glue, false, width, stretch, shrink, 0};
}
ParagraphItem penalty(std::int32_t value) { return {Kind::penalty, false, 0, 0, 0, value}; }
ParagraphItem hyphen(std::int32_t width, std::int32_t value) {
    return {Kind::hyphen, false, width, 0, 0, value};
}

// A paragraph and what TeX makes of it. Lengths in the file are 1/64 px.
struct TexParagraph {
    static constexpr std::int32_t unit = paragraph_units / 64;

    std::vector<ParagraphItem> items;
    std::int32_t width = 0;
    ParagraphParameters parameters;
    ParagraphBreaks expected;

    void read_parameters(std::istringstream row, std::int32_t& hyphen_penalty,
                         std::int32_t& explicit_penalty) {
        row >> width >> parameters.pretolerance >> parameters.tolerance >>
            parameters.line_penalty >> hyphen_penalty >> explicit_penalty >>
            parameters.adjacent_demerits >> parameters.double_hyphen_demerits >>
            parameters.final_hyphen_demerits >> parameters.looseness >>
            parameters.emergency_stretch;
        width *= unit;
        parameters.emergency_stretch *= unit;
    }

    void read_items(std::istringstream row, std::int32_t hyphen_penalty,
                    std::int32_t explicit_penalty) {
        std::int32_t number = 0;
        while (row >> std::ws && row.peek() != EOF) {
            if (std::isdigit(row.peek()) != 0) {
                row >> number;
                items.push_back(box(number * unit));
                continue;
            }
            switch (static_cast<char>(row.get())) {
                case 'p':
                    row >> number;
                    items.push_back(penalty(number));
                    break;
                case '-': items.push_back(hyphen(455 * unit, hyphen_penalty)); break;
                case '=': items.push_back(hyphen(0, explicit_penalty)); break;
                case '_': items.push_back(glue(304 * unit, 152 * unit, 101 * unit)); break;
                case '.': items.push_back(glue(304 * unit, 190 * unit, 101 * unit)); break;
                default: items.push_back(glue(0, 2000 * 64 * unit, 0)); break;
            }
        }
    }

    void read_result(std::istringstream row) {
        row >> expected.demerits >> expected.pass;
        for (std::uint32_t end = 0; row >> end;) expected.ends.push_back(end);
    }
};

ParagraphItem letter() { return box(8 * paragraph_units); }
ParagraphItem space() { return glue(4 * paragraph_units, 2 * paragraph_units, paragraph_units); }

std::vector<ParagraphItem> words(std::size_t count, std::size_t letters) {
    std::vector<ParagraphItem> items;
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t k = 0; k < letters; ++k) items.push_back(letter());
        items.push_back(space());
    }
    return items;
}

}  // namespace

TEST_CASE("a thousand paragraphs break as in TeX") {
    std::ifstream file(std::string(BROADSHEET_TESTS_DIR) + "/golden/layout/tex_paragraphs.txt");
    int checked = 0;
    int different = 0;
    std::string first_difference;
    for (std::string row; std::getline(file, row);) {
        TexParagraph paragraph;
        std::int32_t hyphen_penalty = 0;
        std::int32_t explicit_penalty = 0;
        const std::string parameters = row;
        paragraph.read_parameters(std::istringstream(row), hyphen_penalty, explicit_penalty);
        std::getline(file, row);
        paragraph.read_items(std::istringstream(row), hyphen_penalty, explicit_penalty);
        std::getline(file, row);
        paragraph.read_result(std::istringstream(row));
        const ParagraphBreaks found =
            break_paragraph(paragraph.items, paragraph.width, paragraph.parameters);
        ++checked;
        if (found.ends == paragraph.expected.ends &&
            found.demerits == paragraph.expected.demerits &&
            found.pass == paragraph.expected.pass) {
            continue;
        }
        ++different;
        if (first_difference.empty()) first_difference = parameters;
    }
    CHECK(checked == 1000);
    CHECK_MESSAGE(different == 0, first_difference);
}

TEST_CASE("badness is TeX's") {
    CHECK(line_badness(0, 0) == 0);
    CHECK(line_badness(1, 0) == 10000);
    CHECK(line_badness(100, 100) == 100);
    CHECK(line_badness(50, 100) == 12);
    CHECK(line_badness(500, 100) == 10000);
}

TEST_CASE("paragraphs without good breaks still have lines") {
    CHECK(break_paragraph({}, 100 * paragraph_units, {}).ends.empty());
    // A word that is wider than the line stands alone.
    std::vector<ParagraphItem> items = words(1, 3);
    const std::vector<ParagraphItem> endless = words(1, 200);
    items.insert(items.end(), endless.begin(), endless.end());
    ParagraphParameters lenient;
    lenient.tolerance = 10000;
    const ParagraphBreaks found = break_paragraph(items, 100 * paragraph_units, lenient);
    CHECK(found.ends == std::vector<std::uint32_t>{3, 205});
    // A line of nothing but spaces.
    CHECK(break_paragraph(std::vector<ParagraphItem>{space(), space()}, paragraph_units, {}).ends ==
          std::vector<std::uint32_t>{2});
}

TEST_CASE("letters are set apart or closer only where spaces cannot fill a line") {
    // Two words on a line whose space may be 2 px more or 1 px less, and 10 letters at 0.5 px.
    const auto line_of = [](std::int32_t first, std::int32_t width, bool letters) {
        std::vector<ParagraphItem> items{box(first * paragraph_units), space(),
                                         box(50 * paragraph_units), space(),
                                         box(90 * paragraph_units)};
        for (ParagraphItem& item : items) {
            if (item.kind == Kind::box) item.letters = paragraph_units * 5 / 2;
        }
        ParagraphParameters parameters;
        parameters.pretolerance = -1;
        parameters.tolerance = 100;
        parameters.ragged_demerits = 1'000'000'000'000;
        parameters.letter_badness = letters ? 1000 : 0;
        return break_paragraph(items, width * paragraph_units, parameters);
    };
    constexpr std::int64_t ragged = 1'000'000'000'000;
    const std::int64_t last = 100;  // demerits of the last line
    CHECK(line_of(50, 104, true).pass == 2);
    CHECK(line_of(50, 104, true).ends == std::vector<std::uint32_t>{3, 5});
    // One step makes 5 px, with 2 px of the space: 106, 111, 116 and 121 px; closer: 98 and 93 px.
    for (const auto& each :
         {std::pair{107, 1}, {111, 1}, {112, 2}, {116, 2}, {121, 3}, {102, 1}, {98, 1}, {97, 2}}) {
        const int width = each.first;
        const int steps = each.second;
        CAPTURE(width);
        const ParagraphBreaks found = line_of(50, width, true);
        CHECK(found.pass == 3);
        CHECK(found.ends == std::vector<std::uint32_t>{3, 5});
        const std::int64_t own = 10 + 1000 * steps;
        CHECK(found.demerits - own * own - last <= 10000);  // the lines differ much
        CHECK(line_of(50, width, false).demerits != found.demerits);
    }
    CHECK(line_of(50, 122, true).demerits > ragged);
    CHECK(line_of(50, 92, true).ends != std::vector<std::uint32_t>{3, 5});
}

TEST_CASE("long and hostile paragraphs take linear time") {
    const auto milliseconds = [](const std::vector<ParagraphItem>& items) {
        const auto start = std::chrono::steady_clock::now();
        ParagraphParameters lenient;
        lenient.tolerance = 10000;
        CHECK(!break_paragraph(items, 400 * paragraph_units, lenient).ends.empty());
        const std::chrono::duration<double, std::milli> taken =
            std::chrono::steady_clock::now() - start;
        return taken.count();
    };
    const double time = milliseconds(words(30000, 5));
    MESSAGE("30,000 words: " << time << " ms");
    CHECK(time < 2000);
    // Syllables without width could all begin the line.
    std::vector<ParagraphItem> weightless;
    for (int i = 0; i < 20000; ++i) {
        weightless.push_back(box(0));
        weightless.push_back(hyphen(1, 0));
    }
    CHECK(milliseconds(weightless) < 10000);
}

}  // namespace broadsheet::layout
