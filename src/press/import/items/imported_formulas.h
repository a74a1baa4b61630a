// Puts the formulas of an imported text into its Markdown.
#pragma once

#include <string>
#include <vector>

namespace broadsheet::press {

// Replaces placeholders (press/text/formula_marks.h) by TeX between dollars, and writes other text
// that would be read as a formula with references. `math: true` belongs into the front matter then.
std::string with_formulas(const std::string& markdown, const std::vector<std::string>& formulas);

// Replaces placeholders by code, for texts that cannot have formulas.
std::string with_code_for_formulas(const std::string& markdown,
                                   const std::vector<std::string>& formulas);

}  // namespace broadsheet::press
