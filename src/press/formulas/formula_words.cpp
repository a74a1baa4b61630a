#include "press/formulas/formula_words.h"

#include <array>
#include <pugixml.hpp>

#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

constexpr int deepest_formula = 100;

// Digits and signs above or below the line, if there are signs for all of them.
std::string shifted(std::string_view text, bool up) {
    static constexpr std::array<std::string_view, 10> above = {"⁰", "¹", "²", "³", "⁴",
                                                               "⁵", "⁶", "⁷", "⁸", "⁹"};
    static constexpr std::array<std::string_view, 10> below = {"₀", "₁", "₂", "₃", "₄",
                                                               "₅", "₆", "₇", "₈", "₉"};
    std::string out;
    while (!text.empty()) {
        constexpr std::string_view minus = "−";
        if (strings::is_digit(text[0])) {
            out += (up ? above : below)[static_cast<std::size_t>(text[0] - '0')];
            text.remove_prefix(1);
        } else if (text.starts_with(minus)) {
            out += up ? "⁻" : "₋";
            text.remove_prefix(minus.size());
        } else if (up && (text[0] == 'n' || text[0] == 'i')) {
            out += text[0] == 'n' ? "ⁿ" : "ⁱ";
            text.remove_prefix(1);
        } else {
            return {};
        }
    }
    return out;
}

bool is_one_sign(std::string_view text) {
    if (text.empty()) return true;
    for (std::size_t i = 1; i < text.size(); ++i) {
        const bool continues = (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80;
        if (!continues && !strings::is_digit(text[i])) return false;
    }
    return true;
}

std::string grouped(const std::string& text) { return is_one_sign(text) ? text : "(" + text + ")"; }

std::string words_of(const pugi::xml_node& node, int depth) {
    if (node.type() == pugi::node_pcdata) return node.value();
    const std::string_view name = node.name();
    if (depth > deepest_formula || name == "annotation" || name == "mspace") return {};
    const auto child = [&](int place) {
        pugi::xml_node found = node.first_child();
        for (; place > 0 && found; --place) found = found.next_sibling();
        return found ? words_of(found, depth + 1) : std::string();
    };
    if (name == "msup" || name == "msub") {
        const std::string script = child(1);
        const std::string sign = shifted(script, name == "msup");
        return child(0) + (sign.empty() ? (name == "msup" ? "^" : "_") + grouped(script) : sign);
    }
    if (name == "msubsup") {
        const std::string below = shifted(child(1), false);
        const std::string above = shifted(child(2), true);
        return child(0) + (below.empty() ? "_" + grouped(child(1)) : below) +
               (above.empty() ? "^" + grouped(child(2)) : above);
    }
    if (name == "mfrac") return grouped(child(0)) + "/" + grouped(child(1));
    if (name == "msqrt") {
        std::string inner;
        for (const pugi::xml_node& each : node.children()) inner += words_of(each, depth + 1);
        return "√" + grouped(inner);
    }
    std::string out;
    for (const pugi::xml_node& each : node.children()) out += words_of(each, depth + 1);
    return out;
}

}  // namespace

std::string formula_words(std::string_view mathml) {
    // Parts of a formula in a line are formulas of their own.
    const std::string whole = "<x>" + std::string(mathml) + "</x>";
    pugi::xml_document document;
    if (!document.load_buffer(whole.data(), whole.size())) return {};
    std::string out;
    for (const char c : words_of(document.first_child(), 0)) {
        if (c != '\n') out += c;
    }
    for (const std::string_view invisible : {"\u2061", "\u2062", "\u2063", "\u2064"}) {
        for (auto at = out.find(invisible); at != std::string::npos; at = out.find(invisible, at))
            out.erase(at, invisible.size());
    }
    return out;
}

}  // namespace broadsheet::press
