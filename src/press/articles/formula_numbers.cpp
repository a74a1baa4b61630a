#include "press/articles/formula_numbers.h"

#include <string_view>

#include "press/formulas/katex_engine.h"

namespace broadsheet::press {

namespace {

// The number of the row that contains `at`: the text in brackets of its last cell. Empty if the row
// has none.
std::string number_of_row(std::string_view mathml, std::size_t at) {
    const std::string_view row = mathml.substr(at, mathml.find("</mtr>", at) - at);
    constexpr std::string_view start = "<mtd class=\"glue\"></mtd><mtd><mtext>(";
    constexpr std::string_view end = ")</mtext></mtd>";
    const auto found = row.rfind(start);
    if (found == std::string_view::npos || !row.ends_with(end)) return {};
    const std::string_view number = row.substr(found + start.size());
    return std::string(number.substr(0, number.size() - end.size()));
}

int digit_of(char c) { return c >= 'a' ? c - 'a' + 10 : c - '0'; }

// Marks have the bytes of a label as hexadecimal digits.
std::string name_of_label(std::string_view digits) {
    std::string name;
    for (std::size_t i = 0; i + 1 < digits.size(); i += 2) {
        name += static_cast<char>(16 * digit_of(digits[i]) + digit_of(digits[i + 1]));
    }
    return name;
}

}  // namespace

void FormulaNumbers::number(std::string& mathml) {
    for (std::size_t at = 0; (at = mathml.find(number_mark, at)) != std::string::npos;) {
        mathml.replace(at, number_mark.size(), std::to_string(++last_));
    }
    take_labels(mathml);
}

void FormulaNumbers::take_labels(std::string& mathml) {
    constexpr std::string_view open = "<mtext>";
    constexpr std::string_view close = "</mtext>";
    std::size_t at = 0;
    while ((at = mathml.find(label_mark, at)) != std::string::npos) {
        const std::size_t begin = at + label_mark.size();
        const std::size_t end = mathml.find(label_mark, begin);
        if (end == std::string::npos) return;
        const std::string number = number_of_row(mathml, end);
        if (!number.empty()) numbers_.emplace(mathml.substr(begin, end - begin), number);
        mathml.erase(at, end + label_mark.size() - at);
        const bool alone = std::string_view(mathml).substr(0, at).ends_with(open) &&
                           std::string_view(mathml).substr(at).starts_with(close);
        if (!alone) continue;
        at -= open.size();
        mathml.erase(at, open.size() + close.size());
    }
}

void FormulaNumbers::refer(std::vector<model::Node>& nodes,
                           std::vector<std::string>& missing) const {
    for (model::Node& node : nodes) {
        const bool is_formula =
            node.kind == model::NodeKind::formula || node.kind == model::NodeKind::formula_block;
        for (std::size_t at = 0;
             is_formula && (at = node.info.find(reference_mark, at)) != std::string::npos;) {
            const std::size_t begin = at + reference_mark.size();
            const std::size_t end = node.info.find(reference_mark, begin);
            if (end == std::string::npos) break;
            const std::string label = node.info.substr(begin, end - begin);
            const auto found = numbers_.find(label);
            if (found == numbers_.end()) missing.push_back(name_of_label(label));
            node.info.replace(at, end + reference_mark.size() - at,
                              found == numbers_.end() ? "??" : found->second);
        }
        refer(node.children, missing);
    }
}

std::vector<std::string> FormulaNumbers::refer(model::Document& document) const {
    std::vector<std::string> missing;
    refer(document.blocks, missing);
    return missing;
}

}  // namespace broadsheet::press
