#include "press/text/formulas.h"

#include <doctest/doctest.h>

#include <string>
#include <vector>

#include "press/text/markdown.h"

namespace broadsheet::press {
namespace {

using model::NodeKind;

std::string print(const model::Node& node) {
    std::string inner = node.text;
    for (const model::Node& child : node.children) inner += print(child);
    switch (node.kind) {
        case NodeKind::text: return inner;
        case NodeKind::formula:
            return (node.ordered ? "{{" : "{") + inner + (node.ordered ? "}}" : "}");
        case NodeKind::formula_block: return "[" + inner + "]";
        case NodeKind::code: return "`" + inner + "`";
        case NodeKind::paragraph: return "<" + inner + ">";
        case NodeKind::soft_break: return " ";
        case NodeKind::link: return "(" + inner + ":" + node.target + ")";
        default: return "(" + inner + ")";
    }
}

std::string placed(std::string_view text, bool display_stands_alone = false) {
    const FormulaText marked = mark_formulas(text);
    model::Document document =
        parse_markdown(marked.text, {.identifiers = HeadingIdentifiers::none}).document;
    FormulaPlacing placing;
    placing.display_stands_alone = display_stands_alone;
    placing.set = [](const MarkedFormula& formula, bool) {
        return formula.tex == "wrong" ? std::string() : std::string("<mi></mi>");
    };
    place_formulas(document, marked, placing);
    std::string out;
    for (const model::Node& block : document.blocks) out += print(block);
    return out;
}

TEST_CASE("formulas in a line") {
    CHECK(placed("a $x$ b") == "<a {x} b>");
    CHECK(placed("\\(x\\) and \\\\(y\\\\)") == "<{x} and {y}>");
    CHECK(placed("$x$, $y$-axis") == "<{x}, {y}-axis>");
    CHECK(placed("a $x\n= y$ b") == "<a {x\n= y} b>");
    CHECK(placed("**$x$** [$y$](z)") == "<({x}) ({y}:z)>");
    CHECK(placed("10$^{-3}$ and 3$\\times$") == "<10{^{-3}} and 3{\\times}>");
    CHECK(placed("# The size of $x$") == "(The size of {x})");
    CHECK(placed("$\\text{a $b$ c}$") == "<{\\text{a $b$ c}}>");
}

TEST_CASE("dollars that are money stay") {
    for (const char* text : {"between $5 and $10", "$5", "US$5 or A$6$", "5$ and 6$ more",
                             "$ 5 and 6 $", "$5-$10", "a $ b"}) {
        CAPTURE(text);
        CHECK(placed(text) == "<" + std::string(text) + ">");
    }
    CHECK(placed("\\$5 and 6\\$") == "<$5 and 6$>");
    CHECK(placed("$a\\$b$") == "<{a\\$b}>");
    CHECK(placed("- costs $5\n- or 6$\n").find('{') == std::string::npos);
    CHECK(placed("costs $5\n\nor 6$").find('{') == std::string::npos);
}

TEST_CASE("Markdown does not happen in a formula") {
    CHECK(placed("$a_1*b_2*c_3$ and $\\_\\{<b>\\}$") == "<{a_1*b_2*c_3} and {\\_\\{<b>\\}}>");
    CHECK(placed("$$\n- a\n# b\n= c\n$$\n") == "[- a\n# b\n= c]");
    CHECK(placed("| a | b |\n|---|---|\n| $|x|$ | c |\n").find("{|x|}") != std::string::npos);
    CHECK(placed("$[a](b)$") == "<{[a](b)}>");
}

TEST_CASE("formulas on lines of their own") {
    CHECK(placed("a\n\n$$x$$\n\nb") == "<a>[x]<b>");
    CHECK(placed("a\n$$\nx\n$$\nb") == "<a>[x]<b>");
    CHECK(placed("a $$x$$ b") == "<a>[x]<b>");
    CHECK(placed("\\[x\\]\n\n\\\\[y\\\\]") == "[x][y]");
    CHECK(placed("$$\n\nx\n\n$$") == "[x]");
    CHECK(placed("> a\n>\n> $$\n> x\n> y\n> $$\n") == "(<a>[x\ny])");
    CHECK(placed("- a\n  $$x$$\n- b") == "((a[x])(b))");
    CHECK(placed("# A $$x$$") == "(A {{x}})");
    CHECK(placed("a $$x$$ b\n\n$$y$$", true) == "<a {x} b>[y]");
}

TEST_CASE("math-fences: GitHub's formulas in backticks and fences") {
    CHECK(placed("a $`x_1`$ b") == "<a {x_1} b>");
    CHECK(placed("a\n\n```math\nx = 1\n```\n\nb") == "<a>[x = 1]<b>");
    CHECK(placed("~~~ math\nx\n~~~") == "[x]");
    CHECK(placed("> ```math\n> x\n> ```") == "([x])");
    CHECK(placed("```math\nx\n\ny\n````\nz") == "[x\n\ny]<z>");
    CHECK(placed("```math\nx") == "(x\n)");
    CHECK(placed("```math\n```") == "()");
    CHECK(placed("```maths\nx\n```") == "(x\n)");
    CHECK(placed("````\n```math\nx\n```\n````") == "(```math\nx\n```\n)");
    CHECK(placed("    ```math\n    x\n    ```") == "(```math\nx\n```\n)");
    const std::string wrong = placed("```math\nwrong\n```");
    CHECK(wrong.find("wrong") != std::string::npos);
}

TEST_CASE("code and addresses are not touched") {
    CHECK(placed("`$x$` and ``\\(y\\)``") == "<`$x$` and `\\(y\\)`>");
    CHECK(placed("$7. `$x$` is code") == "<$7. `$x$` is code>");
    CHECK(placed("```\n$x$\n```\n") == "($x$\n)");
    CHECK(placed("a\n\n    $x$\n    $$\n    y\n    $$\n") == "<a>($x$\n$$\ny\n$$\n)");
    CHECK(placed("[a](/b?$c$)") == "<(a:/b?$c$)>");
    CHECK(placed("<pre>$x$</pre>") == "($x$)");
}

TEST_CASE("environments of LaTeX need no delimiters at the start of a line") {
    const FormulaText marked = mark_formulas(
        "a\n\n\\begin{align*}\nx_*\n\n\\end{align*}\n\n> \\begin{equation}\n> y\n> "
        "\\end{equation}\n\nin "
        "\\begin{align}z\\end{align}, \\begin{center}\n");
    REQUIRE(marked.formulas.size() == 2);
    CHECK(marked.formulas[0].tex == "\\begin{align*}\nx_*\n\n\\end{align*}");
    CHECK(marked.formulas[0].display);
    CHECK(marked.formulas[0].offset == 3);
    CHECK(marked.formulas[1].tex == "\\begin{equation}\ny\n\\end{equation}");
    CHECK(mark_formulas("\\begin{align}\nx\n").unclosed == std::vector<std::size_t>{0});
}

TEST_CASE("a formula whose TeX is wrong is shown as code") {
    CHECK(placed("a $wrong$ b") == "<a `$wrong$` b>");
    CHECK(placed("$$wrong$$") == "($$wrong$$\n)");
}

TEST_CASE("what is not closed is text") {
    CHECK(placed("a $x b") == "<a $x b>");
    CHECK(placed("$$\nx + {y\n$$") == "[x + {y]");
    CHECK(placed("a ${HOME} b $c") == "<a ${HOME} b $c>");
    CHECK(placed("$$\nx\n\nb") == "<$$ x><b>");
    CHECK(mark_formulas("$$\nx\n\nb").unclosed == std::vector<std::size_t>{0});
    CHECK(placed("$$$$ and $$") == "<$$$$ and $$>");
    CHECK(placed("\\[a\\") == "<[a\\>");
    CHECK(placed("") == "");
    CHECK(placed("$") == "<$>");
    CHECK(placed("\\") == "<\\>");
}

TEST_CASE("lines and places of the source are known") {
    const FormulaText marked = mark_formulas("a\n\n$$\nx\n$$\n\nb $y$\n");
    REQUIRE(marked.formulas.size() == 2);
    CHECK(marked.formulas[0].offset == 5);
    CHECK(marked.formulas[1].offset == 15);
    CHECK(marked.source_line(3) == 3);
    CHECK(marked.source_line(5) == 7);
}

TEST_CASE("marks of the author do not become formulas") {
    CHECK(placed("\xEF\xA3\xB6"
                 "1\xEF\xA3\xB7 $x$") ==
          "<\xEF\xBF\xBD"
          "1\xEF\xBF\xBD {x}>");
}

TEST_CASE("many dollars take little time") {
    std::string text;
    for (int i = 0; i < 100'000; ++i) text += "${";
    CHECK(mark_formulas(text).formulas.empty());
    std::string lines;
    for (int i = 0; i < 20'000; ++i) lines += "$$\n";
    CHECK(mark_formulas(lines + "x").formulas.size() <= 10'000);
}

}  // namespace
}  // namespace broadsheet::press
