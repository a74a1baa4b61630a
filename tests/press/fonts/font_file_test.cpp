#include "press/fonts/font_file.h"

#include <doctest/doctest.h>

#include <string>

#include "press/fonts/test_fonts.h"

namespace broadsheet::press {

using test::font;

TEST_CASE("a font is measured in em") {
    const auto measures = measure_font(font("block"), 400);
    REQUIRE(measures);
    CHECK(measures->ascent == doctest::Approx(0.9));
    CHECK(measures->descent == doctest::Approx(0.3));
    CHECK(measures->line_gap == doctest::Approx(0.1));
    // Spaces have 0.25 em, narrow letters 0.3, m and w 0.9, others 0.55.
    CHECK(measures->letter_width == doctest::Approx(0.4613).epsilon(0.001));
}

TEST_CASE("a variable font is measured at its weight") {
    const std::string bytes = font("variable");
    const auto regular = measure_font(bytes, 400);
    const auto bold = measure_font(bytes, 900);
    REQUIRE(regular);
    REQUIRE(bold);
    CHECK(regular->letter_width == doctest::Approx(0.4613).epsilon(0.001));
    CHECK(bold->letter_width == doctest::Approx(1.2 * regular->letter_width));
    CHECK(measure_font(bytes, 1000)->letter_width == doctest::Approx(bold->letter_width));
}

TEST_CASE("damaged fonts and other files have no measures") {
    const std::string bytes = font("block");
    CHECK(is_woff2(bytes));
    CHECK_FALSE(measure_font("", 400));
    CHECK_FALSE(measure_font("wOF2", 400));
    CHECK_FALSE(measure_font("OTTO" + bytes.substr(4), 400));
    for (const std::size_t length : {std::size_t{40}, bytes.size() / 2, bytes.size() - 20}) {
        CAPTURE(length);
        CHECK_FALSE(measure_font(bytes.substr(0, length), 400));
    }
    for (std::size_t i = 4; i < bytes.size(); i += 3) {
        std::string damaged = bytes;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x55);
        measure_font(damaged, 400);  // neither crashes nor hangs
    }
}

}  // namespace broadsheet::press
