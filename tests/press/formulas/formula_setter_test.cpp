#include "press/formulas/formula_setter.h"

#include <doctest/doctest.h>

#include <chrono>
#include <thread>
#include <vector>

namespace broadsheet::press {
namespace {

TEST_CASE("TeX becomes MathML, and a mistake a message with its place") {
    CHECK(set_formula("a^2", false).mathml == "<mrow><msup><mi>a</mi><mn>2</mn></msup></mrow>");
    const SetFormula wrong = set_formula("ä + \\foo{b}", false);
    CHECK(wrong.mathml.empty());
    CHECK(wrong.error == "Undefined control sequence: \\foo");
    CHECK(wrong.offset == 5);  // the first letter has two bytes
    CHECK(set_formula("", false).error == "the formula is empty");
    const SetFormula open = set_formula("\\frac{1", false);
    CHECK(open.error == "Unexpected end of input in a macro argument, expected '}'");
    CHECK(open.offset == 7);
}

TEST_CASE("labels and references are marks with the bytes of the name") {
    CHECK(set_formula("a \\label{b_1}", true).mathml ==
          "<mrow><mi>a</mi><mtext>\xEE\x80\x81"
          "625f31\xEE\x80\x81</mtext></mrow>");
    CHECK(set_formula("\\ref{\xC3\xA4}", false).mathml ==
          "<mrow><mtext>\xEE\x80\x82"
          "c3a4\xEE\x80\x82</mtext></mrow>");
    CHECK(set_formula("\\label{a} \\foo", true).offset == 0);
}

TEST_CASE("what leads out of a formula is a mistake") {
    const SetFormula link = set_formula("\\href{https://example.com}{y}", false);
    CHECK(link.mathml.empty());
    CHECK(link.error == "\\href is not allowed: formulas have no links, pictures and HTML");
}

TEST_CASE("a formula on its own line has large operators") {
    const std::string inside = set_formula("\\sum_i i", false).mathml;
    const std::string own_line = set_formula("\\sum_i i", true).mathml;
    CHECK(inside.find("<msub>") != std::string::npos);
    CHECK(own_line.find("<munder>") != std::string::npos);
}

TEST_CASE("formulas that would never end are mistakes") {
    CHECK(set_formula("\\def\\a{\\a}\\a", false).error ==
          "Too many expansions: infinite loop or need to increase maxExpand setting");
    CHECK(set_formula("\\def\\a{\\a\\a}\\a", false).error ==
          "Too many expansions: infinite loop or need to increase maxExpand setting");
    std::string growing = "\\def\\a{xxxxxxxxxx}";
    for (const std::string name : {"b", "c", "d", "e", "f", "g"}) {
        const std::string before(1, static_cast<char>(name[0] - 1));
        growing += "\\edef\\" + name + "{";
        for (int i = 0; i < 10; ++i) growing += "\\" + before;
        growing += "}";
    }
    CHECK_FALSE(set_formula(growing + "\\g", false).error.empty());
    CHECK(set_formula(std::string(200, '{') + "x" + std::string(200, '}'), false).error ==
          "groups are nested more than 100 deep");
    CHECK(set_formula(std::string(30'000, 'x'), false).error ==
          "the formula is longer than 20,000 bytes");
    std::string brackets;
    for (int i = 0; i < 3000; ++i) brackets += "\\left(";
    CHECK(set_formula(brackets, false).error == "groups are nested more than 100 deep");
    // The engine works after each of these.
    CHECK(set_formula("b", false).mathml == "<mrow><mi>b</mi></mrow>");
}

TEST_CASE("formulas of several threads are set") {
    std::vector<std::thread> threads;
    std::vector<std::string> results(4);
    for (std::size_t i = 0; i < results.size(); ++i) {
        threads.emplace_back([&results, i] {
            for (int j = 0; j < 20; ++j) {
                results[i] = set_formula("x_{" + std::to_string(j) + "}", false).mathml;
            }
        });
    }
    for (std::thread& thread : threads) thread.join();
    for (const std::string& result : results) {
        CHECK(result == "<mrow><msub><mi>x</mi><mn>19</mn></msub></mrow>");
    }
}

TEST_CASE("commands that would load, link or style are not carried out") {
    for (const char* tex : {"\\href{javascript:alert(1)}{x}", "\\includegraphics{x.png}",
                            "\\htmlStyle{color:red}{x}", "\\htmlId{a}{x}"}) {
        const std::string mathml = set_formula(tex, false).mathml;
        for (const char* word : {"href", "src", "style=", "id="}) {
            CHECK(mathml.find(std::string(word) + "=\"") == std::string::npos);
        }
    }
}

}  // namespace
}  // namespace broadsheet::press
