// Cleans MathML by an allow-list: the elements and attributes of MathML Core that cannot load,
// run or link anything. What KaTeX writes and Core does not have becomes what browsers show.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// The formula of a `<math>` element as one element, such as "<mrow>…</mrow>". The result is
// well-formed XML without namespaces, and HTML alike. Empty if there is no formula.
//
// Classes stand for what Core leaves to style sheets: `left` and `right` (alignment of a cell),
// `tight-before`, `tight-after` (no space beside a cell), `rule-after`, `rule-below` (lines between
// cells), `wide` and `glue` (a numbered formula), and `box`, `strike-up`, `strike-down`,
// `strike-through` (what a part is enclosed or struck by).
std::string clean_mathml(std::string_view markup);

}  // namespace broadsheet::press
