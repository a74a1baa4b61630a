// The marks of spans that Markdown has only by a setting: ==marked==, ++inserted++, ~sub~, ^super^.
#pragma once

#include <string>
#include <string_view>

#include "press/base/markdown_switches.h"

namespace broadsheet::press {

// Writes them as HTML elements. A span has no white space at its ends, is within a line, and in
// subscripts and superscripts it has none at all. Code, addresses and HTML tags are not changed.
std::string resolve_span_marks(std::string_view text, const MarkdownSwitches& switches);

}  // namespace broadsheet::press
