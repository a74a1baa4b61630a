#include "press/import/items/imported_formulas.h"

#include <string_view>

#include "press/text/formula_marks.h"
#include "press/text/formulas.h"

namespace broadsheet::press {

namespace {

// Writes what would be a formula with a reference in place of the last sign before its TeX.
void hide_other_formulas(std::string& markdown) {
    while (true) {
        const FormulaText marked = mark_formulas(markdown);
        if (marked.formulas.empty()) return;
        // From the last one, so that the places of the others stay.
        for (auto each = marked.formulas.rbegin(); each != marked.formulas.rend(); ++each) {
            const std::size_t at = each->offset - 1;
            markdown.replace(at, 1, "&#" + std::to_string(static_cast<int>(markdown[at])) + ";");
        }
    }
}

template <typename Write>
std::string replaced(const std::string& markdown, const std::vector<std::string>& formulas,
                     Write&& write) {
    std::string out = markdown;
    for (std::size_t number = formulas.size(); number > 0; --number) {
        const std::string mark =
            std::string(formula_mark) + std::to_string(number) + std::string(formula_end);
        for (auto at = out.find(mark); at != std::string::npos; at = out.find(mark, at)) {
            const bool starts_line = at == 0 || out[at - 1] == '\n';
            const std::size_t end = at + mark.size();
            const bool own_line = starts_line && (end == out.size() || out[end] == '\n');
            const bool before_digit = end < out.size() && out[end] >= '0' && out[end] <= '9';
            const std::string text = write(formulas[number - 1], own_line, before_digit);
            out.replace(at, mark.size(), text);
            at += text.size();
        }
    }
    return out;
}

}  // namespace

std::string with_formulas(const std::string& markdown, const std::vector<std::string>& formulas) {
    if (formulas.empty()) return markdown;
    // The placeholders are signs that mark_formulas replaces, so the text between them is read
    // alone.
    std::string safe;
    std::string_view rest = markdown;
    for (auto at = rest.find(formula_mark); at != std::string_view::npos;
         at = rest.find(formula_mark)) {
        const auto close = rest.find(formula_end, at);
        if (close == std::string_view::npos) break;  // the sign is the author's own
        const std::size_t end = close + formula_end.size();
        std::string part(rest.substr(0, at));
        hide_other_formulas(part);
        safe.append(part).append(rest.substr(at, end - at));
        rest.remove_prefix(end);
    }
    std::string last(rest);
    hide_other_formulas(last);
    return replaced(safe + last, formulas, [](const std::string& tex, bool own_line, bool digit) {
        if (own_line) return "$$" + tex + "$$";
        return digit ? "\\(" + tex + "\\)" : "$" + tex + "$";
    });
}

std::string with_code_for_formulas(const std::string& markdown,
                                   const std::vector<std::string>& formulas) {
    return replaced(markdown, formulas,
                    [](const std::string& tex, bool, bool) { return "`" + tex + "`"; });
}

}  // namespace broadsheet::press
