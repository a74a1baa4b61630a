// Formulas of WordPress: [latex]…[/latex], and $latex …$ of Jetpack.
#pragma once

#include <string>
#include <vector>

namespace broadsheet::press {

// Replaces formulas in HTML by placeholders (press/text/formula_marks.h). Returns their TeX. Code
// is not changed.
std::vector<std::string> mark_wordpress_formulas(std::string& html);

}  // namespace broadsheet::press
