#include "press/shortcodes/template_arguments.h"

#include <algorithm>

namespace broadsheet::press {

namespace {

bool is_separator(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == ',' || c == '(' || c == ')';
}

char escaped(char c) {
    switch (c) {
        case 'n': return '\n';
        case 't': return '\t';
        default: return c;
    }
}

// Reads the string at `position` and moves `position` past it.
std::string read_string(std::string_view text, std::size_t& position) {
    const char quote = text[position++];
    std::string out;
    while (position < text.size() && text[position] != quote) {
        if (quote == '"' && text[position] == '\\' && position + 1 < text.size()) {
            out += escaped(text[++position]);
        } else {
            out += text[position];
        }
        ++position;
    }
    if (position < text.size()) ++position;
    return out;
}

bool is_quote(char c) { return c == '"' || c == '\'' || c == '`'; }

}  // namespace

std::string TemplateArguments::get(std::string_view argument, std::size_t index) const {
    for (const auto& [key, value] : named) {
        if (key == argument) return value;
    }
    return index < words.size() ? words[index] : std::string();
}

TemplateArguments parse_template_arguments(std::string_view text) {
    TemplateArguments result;
    bool first = true;
    std::size_t i = 0;
    while (i < text.size()) {
        if (is_separator(text[i])) {
            ++i;
            continue;
        }
        if (is_quote(text[i])) {
            result.words.push_back(read_string(text, i));
            first = false;
            continue;
        }
        std::string word;
        while (i < text.size() && !is_separator(text[i]) && text[i] != '=' && !is_quote(text[i])) {
            word += text[i++];
        }
        if (i < text.size() && text[i] == '=') {
            ++i;
            while (i < text.size() && text[i] == ' ') ++i;
            std::string value;
            if (i < text.size() && is_quote(text[i])) {
                value = read_string(text, i);
            } else if (i < text.size() && text[i] == '[') {
                const std::size_t end =
                    std::min(find_outside_strings(text, "]", i), text.size() - 1);
                value = text.substr(i, end + 1 - i);
                i = end + 1;
                result.bare_names.insert(word);
            } else {
                while (i < text.size() && !is_separator(text[i])) value += text[i++];
                result.bare_names.insert(word);
            }
            result.named.emplace_back(std::move(word), std::move(value));
        } else if (first) {
            result.name = std::move(word);
        } else {
            result.bare_words.insert(result.words.size());
            result.words.push_back(std::move(word));
        }
        first = false;
    }
    return result;
}

std::size_t find_outside_strings(std::string_view text, std::string_view end,
                                 std::size_t position) {
    char quote = '\0';
    for (std::size_t i = position; i < text.size(); ++i) {
        const char c = text[i];
        if (quote != '\0') {
            if (c == '\\' && quote == '"') {
                ++i;
            } else if (c == quote) {
                quote = '\0';
            }
        } else if (text.substr(i).starts_with(end)) {
            return i;
        } else if (c == '"' || c == '`') {
            quote = c;
        }
    }
    return std::string_view::npos;
}

}  // namespace broadsheet::press
