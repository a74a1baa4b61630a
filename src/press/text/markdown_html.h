// Markdown as HTML for the HTML parser, with the author's raw HTML in its place. Not a page: what
// it gives is not clean.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

std::string markdown_to_html(std::string_view text);

}  // namespace broadsheet::press
