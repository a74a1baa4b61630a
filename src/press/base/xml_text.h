// Text in XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// `text`, which is UTF-8, for content or an attribute in double quotes; characters that XML has no
// place for are left out.
void append_xml(std::string& out, std::string_view text);

// Nothing where the text is empty.
void append_xml_element(std::string& out, std::string_view name, std::string_view text);
void append_xml_attribute(std::string& out, std::string_view name, std::string_view value);

}  // namespace broadsheet::press
