// Character references (entities) of HTML and Markdown, and escaping.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Decodes one reference, given with its '&' and ';'. Returns unknown references unchanged.
std::string decode_entity(std::string_view entity);

// Decodes all references in a text.
std::string decode_entities(std::string_view text);

// Appends `text`, escaped for HTML content or a double-quoted attribute.
void append_escaped(std::string& out, std::string_view text);
std::string escaped(std::string_view text);

}  // namespace broadsheet::press
