// Divides long formulas, so that lines can end in them.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Browsers do not break MathML. A formula that is wider than the column of a phone is divided as
// TeX would break it: after relations, operators between two terms, and commas, outside of
// brackets. Long numbers are divided, too.
//
// `mathml`: the result of clean_mathml. The parts are elements "<mrow>…</mrow>", one a line; a
// formula that is short or has no such place stays as it is.
std::string in_parts(std::string mathml);

}  // namespace broadsheet::press
