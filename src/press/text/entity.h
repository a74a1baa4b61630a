// Character references of HTML and Markdown.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// `entity` with its '&' and ';': the character that it stands for, or itself where it names none.
std::string decode_entity(std::string_view entity);

// `text` for HTML content or a quoted attribute.
void append_escaped(std::string& out, std::string_view text);

}  // namespace broadsheet::press
