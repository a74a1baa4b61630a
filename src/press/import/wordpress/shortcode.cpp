#include "press/import/wordpress/shortcode.h"

#include "press/html/entity.h"
#include "strings/ascii.h"

namespace broadsheet::press {

namespace {

using strings::lower_ascii;
using strings::trimmed;

bool is_name_character(char c) {
    return strings::is_letter(c) || strings::is_digit(c) || c == '_' || c == '-';
}

void read_attributes(std::string_view text, ShortcodeAttributes& attributes) {
    int position = 0;
    while (true) {
        text = trimmed(text, " \t\n,");
        if (text.empty()) return;
        std::size_t name = 0;
        while (name < text.size() && is_name_character(text[name])) ++name;
        std::string key;
        if (name > 0 && name < text.size() && text[name] == '=') {
            key = lower_ascii(text.substr(0, name));
            text.remove_prefix(name + 1);
        } else {
            key = std::to_string(position++);
        }
        const bool quoted = !text.empty() && (text[0] == '"' || text[0] == '\'');
        const std::size_t end = quoted ? text.find(text[0], 1) : text.find_first_of(" \t\n");
        attributes[key] = decode_entities(
            text.substr(quoted ? 1 : 0, end - (quoted && end != std::string_view::npos ? 1 : 0)));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + (quoted ? 1 : 0));
    }
}

}  // namespace

Shortcode shortcode_at(std::string_view text, std::size_t at) {
    constexpr std::size_t longest = 12'000;  // page builders write long ones
    Shortcode code;
    std::size_t i = at + 1;
    code.closes = i < text.size() && text[i] == '/';
    if (code.closes) ++i;
    const std::size_t name = i;
    while (i < text.size() && is_name_character(text[i])) ++i;
    if (i == name || !strings::is_letter(text[name]) || i >= text.size()) return {};
    if (std::string_view("] /=\n").find(text[i]) == std::string_view::npos) return {};
    const std::size_t begin = i;
    char quote = '\0';
    for (; i < text.size() && i - at < longest; ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == quote) quote = '\0';
        } else if ((c == '"' || c == '\'') && text[i - 1] == '=') {
            quote = c;
        } else if (c == '[') {
            return {};
        } else if (c == ']') {
            std::string_view inner = text.substr(begin, i - begin);
            code.is_single = inner.ends_with('/');
            if (code.is_single) inner.remove_suffix(1);
            if (inner.starts_with('=')) inner.remove_prefix(1);  // [youtube=ADDRESS]
            if (!code.closes) read_attributes(inner, code.attributes);
            code.name = lower_ascii(text.substr(name, begin - name));
            code.end = i + 1;
            return code;
        }
    }
    return {};
}

std::string Shortcode::first_of(std::initializer_list<std::string_view> names) const {
    for (const std::string_view each : names) {
        const auto found = attributes.find(each);
        if (found != attributes.end() && !found->second.empty()) return found->second;
    }
    return {};
}

}  // namespace broadsheet::press
