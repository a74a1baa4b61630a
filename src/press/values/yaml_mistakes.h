// Common mistakes in YAML: what the library's messages mean, and what it accepts although it is not
// what an author means.
#pragma once

#include <limits>
#include <optional>
#include <string>
#include <string_view>

#include "press/base/diagnostic.h"

namespace broadsheet::press {

inline constexpr int all_lines = std::numeric_limits<int>::max();

// Rewords a message of the library about a place in `text`. `line` and `column` count from 0;
// `first_line` is the number of the text's first line in its file, here and below.
Diagnostic explain_yaml_error(std::string_view message, int line, int column, std::string_view text,
                              int first_line);

// Tab indentation is the most common reason for invalid YAML.
std::optional<Diagnostic> find_tab_indent(std::string_view text, int first_line);

// "-Water" below "- Food" continues the text "Food" in YAML, which only fails at a later colon.
std::optional<Diagnostic> find_tight_dash(std::string_view text, int first_line, int last_line);

// The library accepts an unclosed quoted string and ends it at the end of the file.
std::optional<Diagnostic> find_unclosed_quote(std::string_view text, int first_line);

// A line at the margin that is neither a field nor a list item: YAML joins it to the text of the
// line above, and reports that only at a later colon, if at all.
std::optional<Diagnostic> find_text_without_colon(std::string_view text, int first_line,
                                                  int last_line);

// A quoted value that is not closed on its line, although the next line begins another field.
std::optional<Diagnostic> find_open_quote(std::string_view text, int first_line);

// A list item without a space after its dash, which YAML takes for text.
std::optional<Diagnostic> find_tight_item(std::string_view line, int number);

// A warning about the text "src:a.jpg" below the name of a field, whose table it was to be.
std::optional<Diagnostic> find_tight_field(std::string_view text, std::string_view line,
                                           Position place);

}  // namespace broadsheet::press
