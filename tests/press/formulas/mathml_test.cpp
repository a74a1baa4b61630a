#include "press/formulas/mathml.h"

#include <doctest/doctest.h>

#include "press/formulas/formula_setter.h"
#include "press/formulas/math_letters.h"

namespace broadsheet::press {
namespace {

std::string cleaned(const std::string& inner) {
    return clean_mathml("<span class=\"katex\"><math><semantics><mrow>" + inner +
                        "</mrow><annotation encoding=\"application/x-tex\">x</annotation>"
                        "</semantics></math></span>");
}

bool has(const std::string& text, std::string_view part) {
    return text.find(part) != std::string::npos;
}

TEST_CASE("only elements and attributes of MathML Core are left") {
    CHECK(
        cleaned("<mi onclick=\"x()\" href=\"y\" style=\"color:red\" class=\"z\" id=\"i\">a</mi>") ==
        "<mrow><mi>a</mi></mrow>");
    CHECK(cleaned("<script>alert(1)</script><a href=\"x\"><mi>a</mi></a>") ==
          "<mrow><mi>a</mi></mrow>");
    CHECK(cleaned("<mglyph src=\"x.png\"/><maction><mi>b</mi></maction>") ==
          "<mrow><mi>b</mi></mrow>");
    CHECK(cleaned("<mo>&lt;</mo><mtext>\"&amp;</mtext>") ==
          "<mrow><mo>&lt;</mo><mtext>&quot;&amp;</mtext></mrow>");
    CHECK(cleaned("").empty());
    CHECK(clean_mathml("no markup").empty());
    CHECK(clean_mathml("<math><mi>a</mi></math>") == "<mrow><mi>a</mi></mrow>");
}

TEST_CASE("values that could do harm are left out") {
    CHECK(cleaned("<mspace width=\"-900em\"/><mspace width=\"2em\"/>") ==
          "<mrow><mspace></mspace><mspace width=\"2em\"></mspace></mrow>");
    CHECK(cleaned("<mstyle mathcolor=\"url(x)\" scriptlevel=\"1\"><mi>a</mi></mstyle>") ==
          "<mrow><mstyle scriptlevel=\"1\"><mi>a</mi></mstyle></mrow>");
    CHECK(has(cleaned("<mstyle mathcolor=\"#c00\"><mi>a</mi></mstyle>"), "mathcolor=\"#c00\""));
    CHECK(cleaned("<mo stretchy=\"yes\" fence=\"true\">(</mo>") ==
          "<mrow><mo fence=\"true\">(</mo></mrow>");
}

TEST_CASE("alphabets are characters") {
    CHECK(in_alphabet("RQhx1", "double-struck") == "ℝℚ𝕙𝕩𝟙");
    CHECK(in_alphabet("Lg", "script") == "ℒℊ");
    CHECK(in_alphabet("Hc", "fraktur") == "ℌ𝔠");
    CHECK(in_alphabet("xβ∇7", "bold") == "𝐱𝛃𝛁𝟕");
    CHECK(in_alphabet("βα", "bold-italic") == "𝜷𝜶");
    CHECK(in_alphabet("ä x", "normal") == "ä x");
    CHECK(cleaned("<mi mathvariant=\"normal\">d</mi>") ==
          "<mrow><mi mathvariant=\"normal\">d</mi></mrow>");
    CHECK(cleaned("<mi><mrow><mi mathvariant=\"bold\">x</mi></mrow></mi>") ==
          "<mrow><mrow><mrow><mi>𝐱</mi></mrow></mrow></mrow>");
}

TEST_CASE("what Core leaves to style sheets is a class") {
    const std::string aligned =
        set_formula("\\begin{aligned}a&=b\\\\c&=d\\end{aligned}", true).mathml;
    CHECK(has(aligned, "<mtd class=\"right tight-after\">"));
    CHECK(has(aligned, "<mtd class=\"left tight-before\">"));
    const std::string array =
        set_formula("\\begin{array}{c|c}a&b\\\\\\hline c&d\\end{array}", true).mathml;
    CHECK(has(array, "<mtd class=\"rule-after rule-below\">"));
    CHECK(has(set_formula("\\boxed{x}\\xcancel{y}", true).mathml,
              "<mrow class=\"strike-up strike-down\">"));
    CHECK(has(set_formula("a\\tag{1}", true).mathml,
              "<mtable class=\"wide\" displaystyle=\"true\"><mtr><mtd class=\"glue\">"));
    CHECK(has(set_formula("\\xrightarrow{a}", true).mathml,
              "<mrow><mspace width=\"0.3em\"></mspace><mi>a</mi><mspace "
              "width=\"0.3em\"></mspace></mrow>"));
}

TEST_CASE("rows of align have the numbers that authors write, or a mark for the next one") {
    const std::string rows =
        set_formula("\\begin{align}a&=b\\tag{A<1}\\\\c&=d\\\\e&=f\\notag\\end{align}", true).mathml;
    CHECK(rows.starts_with("<mtable class=\"wide\" displaystyle=\"true\">"));
    CHECK(has(rows, "<mtd class=\"glue\"></mtd><mtd><mtext>(A&lt;1)</mtext></mtd></mtr>"));
    CHECK(has(rows, "<mtd class=\"glue\"></mtd><mtd><mtext>(\xee\x80\x80)</mtext></mtd></mtr>"));
    // The last row has no number, and all cells of a column are in one column.
    CHECK(has(rows,
              "<mtr><mtd class=\"glue\"></mtd><mtd class=\"right tight-after\"><mstyle "
              "displaystyle=\"true\" scriptlevel=\"0\"><mi>e</mi>"));
    CHECK(!has(set_formula("\\begin{align*}a&=b\\end{align*}", true).mathml, "glue"));
}

}  // namespace
}  // namespace broadsheet::press
