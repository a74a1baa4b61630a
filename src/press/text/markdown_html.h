// Converts Markdown to HTML as input for clean_html. Raw HTML is copied, so the result is not safe
// to publish.
#pragma once

#include <string>
#include <string_view>

#include "press/text/raw_html.h"

namespace broadsheet::press {

// Adds to `shown` the elements that are not closed, whose tags are therefore text.
std::string markdown_to_html(std::string_view text, HtmlProblems& problems,
                             bool marks_signs = false, bool hard_breaks = false);

// The same for a text within a line, such as a caption: a single paragraph loses its <p>.
std::string inline_markdown_to_html(std::string_view text);

}  // namespace broadsheet::press
