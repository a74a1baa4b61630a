// Text in HTML and XML.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::strings {

// `text` as content or as an attribute in double quotes.
void append_html(std::string& out, std::string_view text);

// The same for XML 1.0: characters that XML does not allow are left out. REQUIRES: UTF-8.
void append_xml(std::string& out, std::string_view text);

}  // namespace broadsheet::strings
