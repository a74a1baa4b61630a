// Formulas in Markdown: `$…$`, `\(…\)` in a line, `$$…$$`, `\[…\]` on lines of their own, as are
// environments of LaTeX such as `\begin{align}…\end{align}`; `\eqref{…}` in a line. The Markdown
// parser would read their signs as its own. Before parsing, mark_formulas replaces them with
// placeholder characters; afterwards, place_formulas turns the placeholders into nodes.
#pragma once

#include <cstddef>
#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

struct MarkedFormula {
    std::string tex;
    std::string source;  // with its delimiters
    bool display = false;
    std::size_t offset = 0;  // of `tex` in the text
    bool whole = true;       // false: signs of quotes were removed from its lines
};

// A Markdown text with placeholders.
struct FormulaText {
    std::string text;
    std::vector<MarkedFormula> formulas;
    // Offsets of `$$`, `\[` and `\begin` at the start of a line.
    std::vector<std::size_t> unclosed;
    // Lines of `text` that stand for more lines of the source, and how many more.
    std::vector<std::pair<int, int>> joined_lines;

    // The line of the source for a line of `text`. Both count from 1.
    int source_line(int line) const;
};

// A dollar begins a formula if no space follows it, and ends one if no space is before it and no
// digit after it. After a letter or digit, it begins one only before `\`, `^` and `_`: "US$5" does
// not. Code and tags of templates are not changed. `single_dollars`: false if these mean nothing.
FormulaText mark_formulas(std::string_view text, bool single_dollars = true);

// What place_formulas does with formulas.
struct FormulaPlacing {
    // Returns the MathML of a formula, or nothing if its TeX is wrong: then it becomes code.
    std::function<std::string(const MarkedFormula&, bool display)> set;
    // Kramdown has only `$$`, which within a paragraph or item is a formula in the line.
    bool display_stands_alone = false;
};

// Turns placeholders in text into formulas. Those for lines of their own leave their paragraph.
// Code, targets and other texts that are not running text get back what the author wrote.
void place_formulas(model::Document& document, const FormulaText& marked,
                    const FormulaPlacing& placing);

}  // namespace broadsheet::press
