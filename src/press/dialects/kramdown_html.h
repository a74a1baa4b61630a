// HTML between the lines of kramdown, whose content is HTML up to the end tag.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Keeps elements in one piece where CommonMark would end them at a blank line and take the indented
// HTML after it for code. Text after a blank line that is not indented stays Markdown. Elements
// with `markdown="1"` or without an end are unchanged. Tags of running text that stand alone in a
// line, such as <img>, begin no HTML, so that the next line is Markdown.
std::string join_html_elements(std::string_view text);

}  // namespace broadsheet::press
