#include "press/formulas/formula_parts.h"

#include <algorithm>
#include <array>
#include <pugixml.hpp>
#include <sstream>
#include <vector>

#include "strings/one_of.h"
#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

// Widths are estimates, in em.
constexpr double longest_whole = 14;  // a phone's column has 15 to 19
constexpr double shortest_part = 3;

constexpr auto relations = std::to_array<std::string_view>(
    {"=", ":=", "<", ">", "≤", "≥", "≠", "≈", "≡", "∼", "≃", "≅", "∝", "≪", "≫", "→", "←",
     "↔", "⇒",  "⇐", "⇔", "⟹", "⟺", "⟶", "↦", "∈", "∉", "∋", "⊂", "⊃", "⊆", "⊇", "∣", ","});
constexpr auto operators = std::to_array<std::string_view>(
    {"+", "-", "−", "±", "∓", "×", "⋅", "·", "÷", "∪", "∩", "∧", "∨", "⊕", "⊗", "∘", "∖"});
constexpr auto opening = std::to_array<std::string_view>({"(", "[", "{", "⟨", "⌈", "⌊"});
constexpr auto closing = std::to_array<std::string_view>({")", "]", "}", "⟩", "⌉", "⌋"});

std::string_view name_of(const pugi::xml_node& node) { return node.name(); }

bool is_operator(const pugi::xml_node& node) { return name_of(node) == "mo"; }

double token_width(const pugi::xml_node& token) {
    const std::string_view text = token.text().get();
    double width = 0;
    for (std::size_t at = 0; at < text.size();) {
        strings::next_code_point(text, at);
        width += 0.55;
    }
    const bool spaced = is_operator(token) && (strings::is_one_of(relations, text) ||
                                               strings::is_one_of(operators, text));
    return spaced ? width + 0.5 : width;
}

double width_of(const pugi::xml_node& node) {
    const std::string_view name = name_of(node);
    if (name.size() < 4 && name != "mtr" && name != "mtd") return token_width(node);
    if (name == "mtext") return token_width(node);
    if (name == "mspace") return std::max(0.0, node.attribute("width").as_double());
    double sum = 0;
    double widest = 0;
    for (const pugi::xml_node& child : node.children()) {
        const double width = width_of(child);
        sum += width;
        widest = std::max(widest, width);
    }
    if (name == "mfrac" || name == "mtable" || name.starts_with("munder") || name == "mover") {
        return widest;
    }
    if (name == "msqrt" || name == "mroot") return sum + 0.8;
    if (name.starts_with("msu")) {
        const double base = width_of(node.first_child());
        return base + 0.7 * (sum - base);
    }
    return name == "mtd" ? sum + 0.8 : sum;
}

// Follows the brackets and terms of a formula.
class Places {
  public:
    // True if a line may end after `node`, the next of the formula.
    bool ends_after(const pugi::xml_node& node) {
        const std::string_view text = is_operator(node) ? node.text().get() : "";
        const bool between_terms = after_term_;
        after_term_ = !is_operator(node) || strings::is_one_of(closing, text);
        if (strings::is_one_of(opening, text)) ++depth_;
        if (strings::is_one_of(closing, text) && depth_ > 0) --depth_;
        if (depth_ > 0) return false;
        return strings::is_one_of(relations, text) ||
               (between_terms && strings::is_one_of(operators, text));
    }

  private:
    int depth_ = 0;
    bool after_term_ = false;
};

// Divides long numbers of a row into several, because nothing else of them fits into a line.
void divide_numbers(pugi::xml_node& row) {
    constexpr std::size_t longest_number = 12;
    constexpr std::size_t digits = 6;
    for (pugi::xml_node node = row.first_child(); node; node = node.next_sibling()) {
        const std::string text = node.text().get();
        const bool ascii = std::all_of(text.begin(), text.end(),
                                       [](char c) { return static_cast<unsigned char>(c) < 0x80; });
        if (name_of(node) != "mn" || text.size() <= longest_number || !ascii) continue;
        node.text().set(text.substr(0, digits).c_str());
        for (std::size_t at = digits; at < text.size(); at += digits) {
            node = row.insert_copy_after(node, node);
            node.text().set(text.substr(at, digits).c_str());
        }
    }
}

std::string xml_of(const std::vector<pugi::xml_node>& nodes) {
    std::ostringstream out;
    for (const pugi::xml_node& node : nodes) {
        node.print(out, "", pugi::format_raw | pugi::format_no_empty_element_tags);
    }
    return "<mrow>" + out.str() + "</mrow>";
}

}  // namespace

std::string in_parts(std::string mathml) {
    pugi::xml_document document;
    constexpr unsigned int options = pugi::parse_default | pugi::parse_ws_pcdata;
    if (!document.load_buffer(mathml.data(), mathml.size(), options, pugi::encoding_utf8)) {
        return mathml;
    }
    pugi::xml_node row = document.first_child();
    while (name_of(row) == "mrow" && row.first_child() == row.last_child() &&
           name_of(row.first_child()) == "mrow") {
        row = row.first_child();
    }
    if (name_of(row) != "mrow" || row.first_attribute() || width_of(row) <= longest_whole) {
        return mathml;
    }
    divide_numbers(row);
    std::string parts;
    std::vector<pugi::xml_node> part;
    double width = 0;
    Places places;
    for (const pugi::xml_node& node : row.children()) {
        part.push_back(node);
        width += width_of(node);
        const pugi::xml_node next = node.next_sibling();
        const bool within_number = name_of(node) == "mn" && next && name_of(next) == "mn";
        const bool may_end = places.ends_after(node) || within_number;
        if (!may_end || width < shortest_part || !next) continue;
        parts += xml_of(part) + '\n';
        part.clear();
        width = 0;
    }
    return parts.empty() ? mathml : parts + xml_of(part);
}

}  // namespace broadsheet::press
