// Sets formulas: TeX to MathML, by KaTeX.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::press {

// A formula that is set, or what is wrong with its TeX.
struct SetFormula {
    // See clean_mathml; empty if there is an error. Parts of a formula in a line are divided by
    // line feeds (see in_parts).
    std::string mathml;
    std::string error;  // a sentence without a full stop, such as "Undefined control sequence: \x"
    std::size_t offset = 0;  // of the error, in bytes of the TeX

    bool operator==(const SetFormula&) const = default;
};

// Sets a formula. `display`: on a line of its own, with large operators. The engine starts with the
// first formula, and each formula is set once. Safe to call from several threads.
SetFormula set_formula(std::string_view tex, bool display);

}  // namespace broadsheet::press
