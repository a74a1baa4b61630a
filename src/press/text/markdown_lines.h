// Where code lies in a Markdown text, for the passes that run before the parser and must not touch
// it.
#pragma once

#include <cstddef>
#include <string_view>

namespace broadsheet::press {

// Fed with each line in turn, says which belong to fenced code.
class FenceTracker {
  public:
    // True where `line` opens, closes or lies in a fenced block.
    bool is_code(std::string_view line);
    bool is_open() const { return length_ > 0; }
    std::size_t length() const { return length_; }
    char mark() const { return mark_; }

  private:
    char mark_ = '`';
    std::size_t length_ = 0;  // of the opening fence; 0: none is open
};

// `text[position]` is a backtick: the offset behind the code span that begins there, or behind the
// backticks where none does.
std::size_t end_of_code_span(std::string_view text, std::size_t position);

// The line at `position`, without its end.
std::string_view line_at(std::string_view text, std::size_t position);

}  // namespace broadsheet::press
