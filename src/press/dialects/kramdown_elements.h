// HTML elements whose content kramdown reads as Markdown: `<div markdown="1">`.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Puts blank lines between the tags of such elements and their content, after which CommonMark
// reads the content as Markdown too. Removes the attribute, and the tags of paragraphs. Code is not
// changed.
std::string separate_markdown_elements(std::string_view text);

}  // namespace broadsheet::press
