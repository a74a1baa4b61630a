#include "press/html/entity.h"

#include <gumbo.h>

#include <unordered_map>

#include "strings/utf8.h"

namespace broadsheet::press {

namespace {

std::string decode_number(std::string_view digits) {
    const bool hexadecimal = !digits.empty() && (digits[0] == 'x' || digits[0] == 'X');
    if (hexadecimal) digits.remove_prefix(1);
    char32_t value = 0;
    for (const char c : digits) {
        char32_t digit = 0;
        if (c >= '0' && c <= '9') digit = static_cast<char32_t>(c - '0');
        if (c >= 'a' && c <= 'f') digit = static_cast<char32_t>(c - 'a') + 10;
        if (c >= 'A' && c <= 'F') digit = static_cast<char32_t>(c - 'A') + 10;
        value = value * (hexadecimal ? 16 : 10) + digit;
        if (value > 0x10FFFF) break;
    }
    std::string out;
    strings::append_utf8(out, value == 0 ? strings::replacement_character : value);
    return out;
}

const GumboNode* first_text(const GumboNode* node) {
    if (node->type == GUMBO_NODE_TEXT || node->type == GUMBO_NODE_WHITESPACE) return node;
    if (node->type != GUMBO_NODE_ELEMENT) return nullptr;
    const GumboVector& children = node->v.element.children;
    for (unsigned int i = 0; i < children.length; ++i) {
        const auto* child = static_cast<const GumboNode*>(children.data[i]);
        if (const GumboNode* found = first_text(child)) return found;
    }
    return nullptr;
}

// Uses the HTML parser, which has the table of names.
std::string decode_name(std::string_view entity) {
    const std::string html = "<body><b>" + std::string(entity);
    GumboOutput* output = gumbo_parse_with_options(&kGumboDefaultOptions, html.data(), html.size());
    const GumboNode* text = first_text(output->root);
    std::string decoded = text == nullptr ? std::string(entity) : text->v.text.text;
    gumbo_destroy_output(&kGumboDefaultOptions, output);
    // If only a prefix of the name is known, the parser leaves the semicolon. Then the name is
    // unknown.
    if (decoded.ends_with(';') && entity != "&semi;") return std::string(entity);
    return decoded;
}

}  // namespace

std::string decode_entity(std::string_view entity) {
    if (entity.size() < 3 || entity.front() != '&' || entity.back() != ';') {
        return std::string(entity);
    }
    if (entity[1] == '#') return decode_number(entity.substr(2, entity.size() - 3));
    constexpr std::size_t max_remembered = 4096;
    thread_local std::unordered_map<std::string, std::string> remembered;
    std::string key(entity);
    if (const auto found = remembered.find(key); found != remembered.end()) return found->second;
    std::string decoded = decode_name(entity);
    if (remembered.size() < max_remembered) remembered.emplace(std::move(key), decoded);
    return decoded;
}

std::string decode_entities(std::string_view text) {
    constexpr std::size_t longest_name = 33;
    std::string out;
    while (!text.empty()) {
        const auto start = text.find('&');
        out += text.substr(0, start);
        if (start == std::string_view::npos) break;
        text.remove_prefix(start);
        const auto end = text.substr(0, longest_name).find(';');
        const std::size_t size = end == std::string_view::npos ? 1 : end + 1;
        out += decode_entity(text.substr(0, size));
        text.remove_prefix(size);
    }
    return out;
}

void append_escaped(std::string& out, std::string_view text) {
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            case '\r': out += "&#13;"; break;
            default: out += c;
        }
    }
}

std::string escaped(std::string_view text) {
    std::string out;
    append_escaped(out, text);
    return out;
}

}  // namespace broadsheet::press
