#include "press/dialects/markdown_lines.h"

#include <algorithm>
#include <string>

#include "press/html/html_elements.h"
#include "strings/ascii.h"

namespace broadsheet::press {

std::string_view without_item_mark(std::string_view line) {
    const auto digits = std::min(line.find_first_not_of("0123456789"), line.size());
    const std::string_view marks = digits > 0 ? ".)" : "-+*";
    constexpr std::size_t longest_number = 9;
    if (digits > longest_number || digits + 1 >= line.size() || line[digits + 1] != ' ' ||
        marks.find(line[digits]) == std::string_view::npos) {
        return line;
    }
    const auto text = line.find_first_not_of(' ', digits + 1);
    return text == std::string_view::npos ? line : line.substr(text);
}

bool FenceTracker::is_code(std::string_view line) {
    // A fence may be inside a quote or list item.
    const auto first = line.find_first_not_of(" \t>");
    if (first == std::string_view::npos) return is_open();
    line.remove_prefix(first);
    if (!is_open()) line = without_item_mark(line);
    const char c = line[0];
    if (c != '`' && c != '~') return is_open();
    const std::size_t run = std::min(line.find_first_not_of(c), line.size());
    if (is_open()) {
        const bool closes = c == mark_ && run >= length_ &&
                            line.find_first_not_of(" \t", run) == std::string_view::npos;
        if (closes) length_ = 0;
        return true;
    }
    if (run < 3) return false;
    if (c == '`' && line.find('`', run) != std::string_view::npos) return false;
    mark_ = c;
    length_ = run;
    return true;
}

std::size_t end_of_code_span(std::string_view text, std::size_t position) {
    std::size_t start = position;
    while (start < text.size() && text[start] == '`') ++start;
    const std::size_t run = start - position;
    // A code span ends within its paragraph. The limit prevents quadratic time for a text of only
    // backticks.
    constexpr std::size_t longest_span = 4000;
    const std::string_view near = text.substr(0, start + longest_span);
    const std::string_view paragraph = near.substr(0, near.find("\n\n", start));
    std::size_t i = start;
    while ((i = paragraph.find('`', i)) != std::string_view::npos) {
        std::size_t end = i;
        while (end < paragraph.size() && paragraph[end] == '`') ++end;
        if (end - i == run) return end;
        i = end;
    }
    return start;
}

namespace {

bool is_heading(std::string_view line) {
    constexpr std::size_t deepest = 6;
    const auto level = std::min(line.find_first_not_of('#'), line.size());
    return level >= 1 && level <= deepest && (level == line.size() || line[level] == ' ');
}

bool is_list_item(std::string_view line) {
    // Only the number 1 begins a list right after text.
    const bool numbered = line.starts_with("1.") || line.starts_with("1)");
    const bool marked = !line.empty() && (line[0] == '-' || line[0] == '+' || line[0] == '*');
    if (!numbered && !marked) return false;
    const std::string_view rest = line.substr(numbered ? 2 : 1);
    return rest.starts_with(' ') && rest.find_first_not_of(' ') != std::string_view::npos;
}

bool is_thematic_break(std::string_view line) {
    const char sign = line.empty() ? ' ' : line[0];
    if (sign != '-' && sign != '*' && sign != '_') return false;
    constexpr std::ptrdiff_t shortest = 3;
    return std::all_of(line.begin(), line.end(),
                       [&](char c) { return c == sign || c == ' ' || c == '\t'; }) &&
           std::count(line.begin(), line.end(), sign) >= shortest;
}

bool is_html_block(std::string_view line) {
    if (!line.starts_with('<')) return false;
    line.remove_prefix(1);
    if (line.starts_with('!') || line.starts_with('?')) return true;
    if (line.starts_with('/')) line.remove_prefix(1);
    std::string name;
    while (!line.empty() && (strings::is_letter(line[0]) || strings::is_digit(line[0]))) {
        name += strings::lower_ascii(line[0]);
        line.remove_prefix(1);
    }
    return begins_html_block(name);
}

}  // namespace

bool interrupts_paragraph(std::string_view line) {
    constexpr std::size_t code_indent = 4;
    const auto first = line.find_first_not_of(' ');
    if (first >= code_indent) return false;  // or blank: npos
    line.remove_prefix(first);
    return line[0] == '>' || is_heading(line) || is_list_item(line) || is_thematic_break(line) ||
           is_html_block(line) || FenceTracker().is_code(line);
}

bool is_indented_code(std::string_view text, std::size_t position) {
    constexpr std::size_t code_indent = 4;
    const auto begin_of_line = [&](std::size_t at) {
        const auto feed = at == 0 ? std::string_view::npos : text.rfind('\n', at - 1);
        return feed == std::string_view::npos ? 0 : feed + 1;
    };
    std::size_t begin = begin_of_line(position);
    const std::string_view own = line_at(text, begin);
    std::size_t indent = std::min(own.find_first_not_of(' '), own.size());
    if (own.starts_with('\t')) indent = code_indent;
    if (indent < code_indent) return false;
    // The nearest line above that is text decides: a paragraph goes on without a blank line, and in
    // a list item code is indented further.
    bool after_blank = begin == 0;
    constexpr int most_lines = 1000;  // prevents quadratic time
    for (int lines = 0; begin > 0 && lines < most_lines; ++lines) {
        begin = begin_of_line(begin - 1);
        const std::string_view line = line_at(text, begin);
        const auto first = std::min(line.find_first_not_of(' '), line.size());
        if (is_blank(line)) {
            after_blank = true;
        } else if (first < code_indent && !line.starts_with('\t')) {
            std::string_view mark = line.substr(first);
            const auto digits = std::min(mark.find_first_not_of("0123456789"), mark.size());
            mark.remove_prefix(digits);
            const std::string_view marks = digits > 0 ? ".)" : "-+*";
            const bool is_item =
                mark.size() > 1 && marks.find(mark[0]) != std::string_view::npos && mark[1] == ' ';
            if (is_item) return after_blank && indent >= first + digits + 2 + code_indent;
            return after_blank || interrupts_paragraph(line);
        }
    }
    return true;
}

bool is_blank(std::string_view line) { return strings::trimmed(line).empty(); }

std::string_view line_at(std::string_view text, std::size_t position) {
    return text.substr(position, text.find('\n', position) - position);
}

}  // namespace broadsheet::press
