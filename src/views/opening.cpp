#include "views/opening.h"

#include <algorithm>
#include <string>

#include "page/inline_roles.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::views {

namespace {

using page::Node;
using page::Role;

// About three lines beside the letter. Shorter paragraphs look like a caption of it.
constexpr std::size_t shortest_opening = 240;  // letters

// Pictures and formulas make lines taller, so that others than expected are beside the letter.
bool is_text_alone(const Node& node) {
    const bool is_tall =
        node.role == Role::image || node.role == Role::formula || node.role == Role::button;
    if (is_tall || !page::is_inline_role(node.role)) return false;
    return std::all_of(node.children.begin(), node.children.end(), is_text_alone);
}

std::size_t letters_of(const Node& node) {
    auto count = static_cast<std::size_t>(std::count_if(
        node.text.begin(), node.text.end(), [](char c) { return !strings::is_continuation(c); }));
    for (const Node& child : node.children) count += letters_of(child);
    return count;
}

// Browsers count signs and marks around the first letter as part of it.
bool begins_with_capital(std::string_view text, std::string_view language) {
    std::size_t at = 0;
    const char32_t first = strings::next_code_point(text, at);
    if (strings::lower_case(first) == first || at >= text.size()) return false;
    if (language.starts_with("nl") && text.starts_with("IJ")) return false;  // one letter there
    const char32_t second = strings::next_code_point(text, at);
    return second == U' ' ||
           (strings::is_letter_or_digit(second) && !strings::is_combining_mark(second));
}

}  // namespace

void mark_opening(std::vector<Node>& body, std::string_view language) {
    if (body.empty()) return;
    Node& first = body.front();
    if (first.role != Role::paragraph || first.style != page::Style::none ||
        first.alignment != page::Alignment::none ||
        first.direction == page::Direction::right_to_left ||
        page::direction_of_language(language) == page::Direction::right_to_left) {
        return;
    }
    if (first.children.empty() || first.children.front().role != Role::text ||
        !begins_with_capital(first.children.front().text, language) ||
        letters_of(first) < shortest_opening ||
        !std::all_of(first.children.begin(), first.children.end(), is_text_alone)) {
        return;
    }
    first.style = page::Style::opening;
}

}  // namespace broadsheet::views
