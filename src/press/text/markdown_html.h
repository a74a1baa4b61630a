// Converts Markdown to HTML as input for clean_html. Raw HTML is copied, so the result is not safe
// to publish.
#pragma once

#include <set>
#include <string>
#include <string_view>

namespace broadsheet::press {

// Adds to `shown` the elements that are not closed, whose tags are therefore text.
std::string markdown_to_html(std::string_view text, std::set<std::string>& shown);

}  // namespace broadsheet::press
