// The tokens within one tag of a shortcode's template.
#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

#include "press/shortcodes/shortcode_value.h"

namespace broadsheet::press {

// White space within and around tags.
inline constexpr std::string_view white = " \t\r\n";

// True for the characters that names of functions and variables begin with, in both languages.
bool begins_template_name(char c);

// Reads the tokens of one tag. `text` is the whole template, so that errors have positions.
class TemplateTokens {
  public:
    TemplateTokens(std::string_view text, std::size_t begin, std::size_t end);

    std::size_t at() const { return at_; }
    bool done() const { return at_ >= end_; }
    char peek() const { return done() ? '\0' : text_[at_]; }
    // True if white space stands before the next token.
    bool is_after_space() const;

    bool take(std::string_view sign);
    // A word that stands alone, such as "and".
    bool take_word(std::string_view word);
    std::string name();
    // A text or number. Nothing if there is none, or if the text is not closed.
    std::optional<ShortcodeValue> literal();

  private:
    void skip_white();
    std::optional<ShortcodeValue> quoted(char quote);

    std::string_view text_;
    std::size_t at_ = 0;
    std::size_t end_;
};

}  // namespace broadsheet::press
