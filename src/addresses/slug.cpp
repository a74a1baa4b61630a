#include "addresses/slug.h"

#include <algorithm>

#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::addresses {

namespace {

constexpr std::string_view no_slug = "untitled";

}  // namespace

std::string slugify(std::string_view name) {
    std::string out;
    bool separate = false;
    bool after_latin = false;
    std::size_t position = 0;
    while (position < name.size()) {
        // A fast path for ASCII, which most names consist of.
        if (const char byte = name[position]; static_cast<unsigned char>(byte) < 0x80) {
            ++position;
            const bool capital = byte >= 'A' && byte <= 'Z';
            if (capital || (byte >= 'a' && byte <= 'z') || (byte >= '0' && byte <= '9')) {
                if (separate && !out.empty()) out += '-';
                separate = false;
                after_latin = true;
                out += capital ? static_cast<char>(byte - 'A' + 'a') : byte;
            } else if (byte != '\'') {  // "don't" is one word
                separate = true;
            }
            continue;
        }
        const char32_t c = strings::next_code_point(name, position);
        if (strings::is_combining_mark(c) && after_latin) continue;
        if (c == 0x2019) continue;  // an apostrophe
        if (c == strings::replacement_character || !strings::is_letter_or_digit(c)) {
            // Joiners are part of the word. They only change the shape of letters.
            if (c != 0x200C && c != 0x200D) separate = true;
            continue;
        }
        if (separate && !out.empty()) out += '-';
        separate = false;
        const std::string_view base = strings::latin_base(c);
        after_latin = !base.empty() || c < 0x80;
        if (base.empty()) {
            strings::append_utf8(out, strings::lower_case(c));
        } else {
            out += base;
        }
    }
    return out.empty() ? std::string(no_slug) : out;
}

namespace {

bool is_ascii_letter_or_digit(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

std::string_view name_of_sign(char c) {
    switch (c) {
        case '+': return "plus";
        case '#': return "sharp";
        case '*': return "star";
        case '-': return "minus";
        case '.': return "dot";
        case '&': return "and";
        case '@': return "at";
        case '!': return "exclamation";
        case '?': return "question";
        case '=': return "equals";
        case '%': return "percent";
        case '$': return "dollar";
        case '<': return "less";
        case '>': return "greater";
        case '/': return "slash";
        case '~': return "tilde";
        default: return {};
    }
}

// Replaces the signs that distinguish names by words: those at the end of a word ("C++", "F#",
// "A*") and a dot before the first word (".NET").
std::string with_named_signs(std::string_view name) {
    std::string out;
    for (std::size_t i = 0; i < name.size();) {
        const char c = name[i];
        const std::size_t end = std::min(name.find_first_not_of(c, i), name.size());
        const bool before = i > 0 && is_ascii_letter_or_digit(name[i - 1]);
        const bool after = end < name.size() && is_ascii_letter_or_digit(name[end]);
        const bool ends_word = before && !after && (c == '+' || c == '#' || c == '*');
        const bool ends_name = before && c == '-' && end == name.size();
        const bool begins_name = i == 0 && c == '.' && end == 1 && after;
        for (; i < end; ++i) {
            if (ends_word || ends_name || begins_name) {
                out.append(" ").append(name_of_sign(c)).append(" ");
            } else {
                out += c;
            }
        }
    }
    return out;
}

// For names without letters and digits: the words for their signs, and other symbols as they are.
std::string slug_of_signs(std::string_view name) {
    std::string out;
    for (std::size_t position = 0; position < name.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(name, position);
        if (c >= 0x80) {
            constexpr char32_t first_visible = 0xA1;
            const bool visible = c >= first_visible && c != strings::replacement_character &&
                                 c != 0x3000 && !(c >= 0x2000 && c <= 0x200B) &&
                                 !(c >= 0x2028 && c <= 0x202F) && c != 0xFEFF &&
                                 // Selects the colour of an emoji, which writers do not see.
                                 c != 0xFE0E && c != 0xFE0F;
            if (visible) out += name.substr(start, position - start);
        } else if (const std::string_view word = name_of_sign(name[start]); !word.empty()) {
            if (!out.empty()) out += '-';
            out += word;
        }
    }
    return out;
}

}  // namespace

std::string file_slug(std::string_view title) {
    constexpr std::size_t longest = 120;
    std::string slug = slugify(title);
    if (slug.size() <= longest) return slug;
    std::size_t end = slug.rfind('-', longest);
    if (end == std::string::npos || end < longest / 2) {
        constexpr auto is_inside_letter = [](char c) { return (c & 0xC0) == 0x80; };
        end = longest;
        while (is_inside_letter(slug[end])) --end;
    }
    slug.resize(end);
    return slug;
}

std::string term_slug(std::string_view name) {
    std::string slug;
    // Most names have no signs.
    slug = name.find_first_of("+#*.-") == std::string_view::npos ? slugify(name)
                                                                 : slugify(with_named_signs(name));
    if (slug != no_slug) return slug;
    std::string signs = slug_of_signs(name);
    return signs.empty() ? slug : signs;
}

}  // namespace broadsheet::addresses
