#include "press/base/xml_text.h"

namespace broadsheet::press {

void append_xml(std::string& out, std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        // U+FFFE and U+FFFF are not XML characters.
        const std::string_view three = text.substr(i, 3);
        if (three == "\xEF\xBF\xBE" || three == "\xEF\xBF\xBF") {
            i += 2;
            continue;
        }
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default:
                if (static_cast<unsigned char>(c) >= 0x20 || c == '\n' || c == '\t' || c == '\r') {
                    out += c;
                }
        }
    }
}

void append_xml_element(std::string& out, std::string_view name, std::string_view text) {
    if (text.empty()) return;
    out.append("<").append(name).append(">");
    append_xml(out, text);
    out.append("</").append(name).append(">");
}

void append_xml_attribute(std::string& out, std::string_view name, std::string_view value) {
    out.append(" ").append(name).append("=\"");
    append_xml(out, value);
    out += '"';
}

}  // namespace broadsheet::press
