#include "press/text/markdown_lines.h"

#include <algorithm>

namespace broadsheet::press {

bool FenceTracker::is_code(std::string_view line) {
    // A fence may be inside a quote or list item.
    const auto first = line.find_first_not_of(" \t>");
    if (first == std::string_view::npos) return is_open();
    line.remove_prefix(first);
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

std::string_view line_at(std::string_view text, std::size_t position) {
    return text.substr(position, text.find('\n', position) - position);
}

}  // namespace broadsheet::press
