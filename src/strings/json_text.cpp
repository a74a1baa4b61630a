#include "strings/json_text.h"

namespace broadsheet::strings {

void JsonText::separate() {
    if (needs_comma_) out_ += ',';
    needs_comma_ = true;
}

void JsonText::open(char bracket) {
    separate();
    out_ += bracket;
    needs_comma_ = false;
}

void JsonText::close(char bracket) {
    out_ += bracket;
    needs_comma_ = true;
}

void JsonText::key(std::string_view name) {
    text(name);
    out_ += ':';
    needs_comma_ = false;
}

void JsonText::text(std::string_view value) {
    static constexpr std::string_view digits = "0123456789abcdef";
    separate();
    out_ += '"';
    std::size_t plain = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto byte = static_cast<unsigned char>(value[i]);
        if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
        out_ += value.substr(plain, i - plain);
        plain = i + 1;
        out_ += '\\';
        switch (byte) {
            case '"': out_ += '"'; break;
            case '\\': out_ += '\\'; break;
            case '\n': out_ += 'n'; break;
            case '\t': out_ += 't'; break;
            default:
                out_ += "u00";
                out_ += digits[byte >> 4];
                out_ += digits[byte & 15];
        }
    }
    out_ += value.substr(plain);
    out_ += '"';
}

void JsonText::json(std::string_view value) {
    separate();
    out_ += value;
}

void JsonText::number(std::int64_t value) {
    separate();
    out_ += std::to_string(value);
}

}  // namespace broadsheet::strings
