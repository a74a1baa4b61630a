#include "press/formulas/formula_words.h"

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "press/formulas/formula_setter.h"

namespace broadsheet::press {

TEST_CASE("formulas in words") {
    for (const auto& [tex, words] : std::initializer_list<std::pair<const char*, const char*>>{
             {"E = mc^2", "E=mc²"},
             {"\\Delta p", "Δp"},
             {"x^{-1} + x_{10}", "x⁻¹+x₁₀"},
             {"\\frac{a}{b+1}", "a/(b+1)"},
             {"\\sqrt{2}", "√2"},
             {"2^n \\le x^{y+1}", "2ⁿ≤x^(y+1)"},
             {"\\mathrm{CO}_2", "CO₂"},
             {"\\mathbb{R}", "ℝ"},
         }) {
        const char* const given = tex;
        INFO(given);
        CHECK(formula_words(set_formula(tex, false).mathml) == words);
    }
    CHECK(formula_words("") == "");
    CHECK(formula_words("<mi>") == "");
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<mrow>";
    CHECK(formula_words(deep) == "");
}

}  // namespace broadsheet::press
