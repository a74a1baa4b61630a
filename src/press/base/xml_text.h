// Writing XML 1.0.
#pragma once

#include <string>
#include <string_view>

namespace broadsheet::press {

// Appends UTF-8 text, escaped for element content or a double-quoted attribute. Characters that XML
// 1.0 does not allow are omitted.
void append_xml(std::string& out, std::string_view text);

// Appends `<name>text</name>`, or nothing if the text is empty.
void append_xml_element(std::string& out, std::string_view name, std::string_view text);
// Appends ` name="value"`.
void append_xml_attribute(std::string& out, std::string_view name, std::string_view value);

}  // namespace broadsheet::press
