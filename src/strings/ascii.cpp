#include "strings/ascii.h"

namespace broadsheet::strings {

std::string lower_ascii(std::string_view text) {
    std::string out(text);
    for (char& c : out) c = lower_ascii(c);
    return out;
}

std::string_view trimmed(std::string_view text, std::string_view around) {
    const auto first = text.find_first_not_of(around);
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(around) - first + 1);
}

std::string single_spaced(std::string_view text, std::size_t limit) {
    std::string out;
    bool space = false;
    for (const char c : text) {
        if (out.size() >= limit) break;
        if (static_cast<unsigned char>(c) <= 0x20 || c == 0x7F) {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        out += c;
    }
    return out;
}

std::string in_quotes(std::string_view text) { return "\"" + std::string(text) + "\""; }

}  // namespace broadsheet::strings
