#include "press/import/items/article_file.h"

namespace broadsheet::press {

std::string in_double_quotes(std::string_view text) {
    static constexpr std::string_view digits = "0123456789abcdef";
    std::string out = "\"";
    for (const char c : text) {
        const auto value = static_cast<unsigned char>(c);
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (value < 0x20 || value == 0x7F) {
            out += "\\u00";
            out += digits[value >> 4U];
            out += digits[value & 0xFU];
        } else {
            out += c;
        }
    }
    return out + '"';
}

void FrontMatter::text(std::string_view name, std::string_view value) {
    if (!value.empty()) word(name, in_double_quotes(value));
}

void FrontMatter::word(std::string_view name, std::string_view value) {
    if (value.empty()) return;
    out_ += indent_;
    out_ += name;
    out_ += ": ";
    out_ += value;
    out_ += '\n';
}

void FrontMatter::list(std::string_view name, const std::vector<std::string>& values) {
    if (values.empty()) return;
    std::string items;
    for (const std::string& value : values)
        items += (items.empty() ? "" : ", ") + in_double_quotes(value);
    word(name, "[" + items + "]");
}

void FrontMatter::open(std::string_view name) {
    out_ += std::string(name) + ":\n";
    indent_ = "  ";
}

std::string FrontMatter::with_body(std::string_view body) const {
    std::string out = "---\n" + out_ + "---\n";
    if (!body.empty()) out += "\n" + std::string(body);
    return out;
}

}  // namespace broadsheet::press
