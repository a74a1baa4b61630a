// Finds code in Markdown text, for the passes that run before the parser and must not change code.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Tracks fenced code blocks. Call is_code for each line in order.
class FenceTracker {
  public:
    // True if `line` opens or closes a fenced block or is inside one.
    bool is_code(std::string_view line);
    bool is_open() const { return length_ > 0; }
    std::size_t length() const { return length_; }
    char mark() const { return mark_; }

  private:
    char mark_ = '`';
    std::size_t length_ = 0;  // of the opening fence; 0: none is open
};

// The line without the mark of a list item at its start. REQUIRES: no white space before it.
std::string_view without_item_mark(std::string_view line);

// The offset after the code span that starts at `position`, or after the backticks if they do not
// start one. Spans over 4,000 bytes are not recognised. REQUIRES: `text[position]` is a backtick.
std::size_t end_of_code_span(std::string_view text, std::size_t position);

// True for lines that end a paragraph without a blank line before them: headings, quotes, list
// items, fences, thematic breaks and HTML blocks. A line that only begins with such a sign does
// not.
bool interrupts_paragraph(std::string_view line);

// True if the line at `position` belongs to an indented code block, as far as the lines above say.
bool is_indented_code(std::string_view text, std::size_t position);

// True for a line of white space.
bool is_blank(std::string_view line);

// The rest of the line from `position`, without its line feed.
std::string_view line_at(std::string_view text, std::size_t position);

// Rewrites a text line by line: `rewrite(line)` appends what becomes of a line to `out`. The line
// feeds stay.
template <typename Rewrite>
void rewrite_lines(std::string_view text, std::string& out, Rewrite&& rewrite) {
    for (std::size_t start = 0; start < text.size();) {
        const std::string_view line = line_at(text, start);
        start += line.size() + 1;
        rewrite(line);
        if (start <= text.size()) out += '\n';
    }
}

}  // namespace broadsheet::press
