// Escapes text for HTML and XML, and replaces parts of texts.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::strings {

// Appends `text`, escaped for use as content or in a double-quoted attribute.
void append_html(std::string& out, std::string_view text);

// The same for XML 1.0. Characters that XML does not allow are omitted. REQUIRES: `text` is UTF-8.
void append_xml(std::string& out, std::string_view text);

// The text with `by` in place of each `c`.
std::string replaced(std::string_view text, char c, std::string_view by);

// Puts `by` in place of each `what`, from the left; `by` is not searched again.
void replace_all(std::string& text, std::string_view what, std::string_view by);

}  // namespace broadsheet::strings
