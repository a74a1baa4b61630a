#include "press/formulas/formula_parts.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <string>
#include <vector>

#include "press/formulas/formula_setter.h"

namespace broadsheet::press {
namespace {

// The parts of a formula in a line.
std::vector<std::string> parts_of(std::string_view tex) {
    std::vector<std::string> parts;
    std::string_view rest;
    const std::string mathml = set_formula(tex, false).mathml;
    for (rest = mathml; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        parts.emplace_back(rest.substr(0, end));
        rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    return parts;
}

TEST_CASE("a long formula can end a line after relations, operators and commas") {
    const auto parts =
        parts_of("a_{1} + b_{2} + c_{3} - d_{4} \\le f(x, y + z), g_{5} + h_{6} = 77777777");
    REQUIRE(parts.size() == 5);
    CHECK(
        parts[0] ==
        "<mrow><msub><mi>a</mi><mn>1</mn></msub><mo>+</mo><msub><mi>b</mi><mn>2</mn></msub><mo>+</"
        "mo></mrow>");
    CHECK(parts[1].ends_with("<mo>≤</mo></mrow>"));
    CHECK(parts[2].ends_with("<mo separator=\"true\">,</mo></mrow>"));
    CHECK(parts[2].find("<mo>+</mo>") != std::string::npos);  // within brackets
    CHECK(parts[3].ends_with("<mo>=</mo></mrow>"));
    CHECK(parts[4] == "<mrow><mn>77777777</mn></mrow>");
}

TEST_CASE("a formula stays whole if it is short, has no place to divide, or a line of its own") {
    CHECK(parts_of("E = mc^2").size() == 1);
    CHECK(parts_of("\\frac{a + b + c + d}{a + b + c + d + e + f + g + h + i}").size() == 1);
    CHECK(parts_of("(a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p)").size() == 1);
    const std::string sum = "a + b + c + d + e + f + g + h + i + j + k + l + m + n + o + p";
    CHECK(parts_of(sum).size() > 2);
    CHECK(set_formula(sum, true).mathml.find('\n') == std::string::npos);
    CHECK(in_parts("no markup") == "no markup");
}

TEST_CASE("a number of many digits is divided") {
    const auto parts = parts_of("\\pi = 3.1415926535897932384626433832795028841971");
    REQUIRE(parts.size() == 7);
    CHECK(parts[0].ends_with("<mo>=</mo><mn>3.1415</mn></mrow>"));
    CHECK(parts[1] == "<mrow><mn>926535</mn></mrow>");
    CHECK(parts[6] == "<mrow><mn>841971</mn></mrow>");
}

TEST_CASE("a sign before a term stays with it") {
    for (const std::string& part : parts_of("aaaaaa = -bbbbbb + (-cccccc) , -dddddd < -eeeeee")) {
        CHECK(!part.ends_with("<mo>−</mo></mrow>"));
    }
}

}  // namespace
}  // namespace broadsheet::press
