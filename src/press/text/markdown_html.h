// Converts Markdown to HTML as input for clean_html. Raw HTML is copied, so the result is not safe
// to publish.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

std::string markdown_to_html(std::string_view text);

}  // namespace broadsheet::press
