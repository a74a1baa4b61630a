#include "press/base/number.h"

#include <doctest/doctest.h>

#include <array>
#include <charconv>
#include <cmath>

using namespace broadsheet::press;

namespace {

// The value, if the whole text is a number.
double whole(std::string_view text) {
    const auto number = read_number(text);
    REQUIRE(number);
    CHECK(number->length == text.size());
    return number->value;
}

}  // namespace

TEST_CASE("numbers are read as they are written") {
    CHECK(whole("0") == 0);
    CHECK(whole("12") == 12);
    CHECK(whole("-12.5") == -12.5);
    CHECK(whole(".5") == 0.5);
    CHECK(whole("5.") == 5);
    CHECK(whole("1e3") == 1000);
    CHECK(whole("1.25E-2") == 0.0125);
    CHECK(whole("0.1") == 0.1);
    CHECK(whole("0e-999") == 0);
    CHECK(whole("9007199254740993") == 9007199254740992.0);
    CHECK(std::isinf(whole("-inf")));
    CHECK(std::isinf(whole("Infinity")));
    CHECK(std::isnan(whole("nan")));
}

TEST_CASE("a number ends where its text does") {
    CHECK(read_number("12px")->length == 2);
    CHECK(read_number("1.5em")->length == 3);
    CHECK(read_number("1e")->length == 1);
    CHECK(read_number("1e+")->length == 1);
    CHECK(read_number("1.2.3")->length == 3);
    CHECK(read_number("infinite")->length == 3);
}

TEST_CASE("what is no number, or too large or small for one, is none") {
    for (const std::string_view text :
         {"", "-", ".", "-.", "+1", " 1", "e3", "px", "1e999", "-1e999", "1e-999"}) {
        CAPTURE(text);
        CHECK_FALSE(read_number(text));
    }
}

TEST_CASE("numbers are printed as short as possible") {
    for (const std::string_view text :
         {"0", "0.5", "-12.5", "0.1", "1e-04", "0.001", "1e+15", "123456.5", "1.25e-07", "1e+300",
          "0.30000000000000004", "1234567890123456.8", "-inf"}) {
        CAPTURE(text);
        CHECK(print_number(read_number(text)->value) == text);
        double value = 0;
        std::from_chars(text.data(), text.data() + text.size(), value);
        std::array<char, 64> standard{};
        CHECK(text ==
              std::string_view(standard.data(),
                               std::to_chars(standard.data(), standard.data() + 64, value).ptr));
    }
}
