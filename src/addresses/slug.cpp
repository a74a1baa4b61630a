#include "addresses/slug.h"

#include <algorithm>

#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::addresses {

bool is_joiner(char32_t c) { return c == 0x200C || c == 0x200D; }

bool is_sign_mark(char32_t c) {
    return (c >= 0x20D0 && c <= 0x20FF) || (c >= 0xFE00 && c <= 0xFE0F) ||
           (c >= 0xE0100 && c <= 0xE01EF);
}

namespace {

constexpr std::string_view no_slug = "untitled";
constexpr char32_t zero_width_joiner = 0x200D;

// Symbols and emoji, but not punctuation.
bool is_symbol(char32_t c) {
    return c == 0xA9 || c == 0xAE || (c >= 0x2100 && c <= 0x2BFF) || c == 0x3030 || c == 0x303D ||
           (c >= 0x1F000 && c <= 0x1FAFF);
}

bool is_visible(char32_t c) {
    constexpr char32_t first_visible = 0xA1;
    constexpr char32_t first_private = 0xE0000;
    return c >= first_visible && c < first_private && c != strings::replacement_character &&
           c != 0x3000 && !(c >= 0x2000 && c <= 0x200F) && !(c >= 0x2028 && c <= 0x202F) &&
           !(c >= 0x2060 && c <= 0x206F) && c != 0xFEFF && !is_sign_mark(c);
}

// The letter that an invisible tag stands for, in the flags of regions: that of Wales is a black
// flag and "gbwls". 0 for anything else.
char letter_of_tag(char32_t c) {
    constexpr char32_t tags = 0xE0000;
    const char32_t letter = c - tags;
    const bool is_letter = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
    return c >= tags && is_letter ? static_cast<char>(letter) : '\0';
}

// The signs of a name that `append` takes, each in its own way; the parts of a joined emoji are
// apart, because browsers show a joiner as its number.
template <typename Append>
std::string join_signs(std::string_view name, const Append& append) {
    std::string out;
    bool joined = false;
    bool in_tags = false;
    for (std::size_t position = 0; position < name.size();) {
        const std::size_t start = position;
        const char32_t c = strings::next_code_point(name, position);
        const char letter = letter_of_tag(c);
        if (letter != '\0' && !out.empty()) {
            if (!in_tags) out += '-';
            out += letter;
        } else if (c == zero_width_joiner) {
            joined = !out.empty();
        } else {
            std::string sign;
            append(c, name.substr(start, position - start), !out.empty(), sign);
            if (joined && !sign.empty() && sign[0] != '-') out += '-';
            if (!sign.empty()) joined = false;
            out += sign;
        }
        in_tags = letter != '\0';
    }
    return out;
}

std::string slug_of_symbols(std::string_view name) {
    return join_signs(name, [](char32_t c, std::string_view bytes, bool, std::string& out) {
        if (is_symbol(c)) out = bytes;
    });
}

}  // namespace

std::string slugify(std::string_view name) {
    std::string out;
    bool separate = false;
    bool after_latin = false;
    char32_t joiner = 0;  // between letters
    std::size_t position = 0;
    while (position < name.size()) {
        // A fast path for ASCII, which most names consist of.
        if (const char byte = name[position]; static_cast<unsigned char>(byte) < 0x80) {
            ++position;
            joiner = 0;
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
        if (c == 0x2019 || is_sign_mark(c)) continue;  // an apostrophe, or not of the word
        if (is_joiner(c)) {
            joiner = separate || out.empty() ? 0 : c;
            continue;
        }
        if (c == strings::replacement_character || !strings::is_letter_or_digit(c)) {
            separate = true;
            continue;
        }
        if (separate && !out.empty()) {
            out += '-';
        } else if (joiner != 0) {
            strings::append_utf8(out, joiner);
        }
        separate = false;
        joiner = 0;
        const std::string_view base = strings::latin_base(c);
        after_latin = !base.empty() || c < 0x80;
        if (base.empty()) {
            strings::append_utf8(out, strings::lower_case(c));
        } else {
            out += base;
        }
    }
    if (out.empty()) out = slug_of_symbols(name);
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

// Replaces the mark of a keycap by its word, and the sign on it.
std::string with_named_keycaps(std::string_view name) {
    constexpr std::string_view keycap = "\xE2\x83\xA3";
    constexpr std::string_view coloured = "\xEF\xB8\x8F\xE2\x83\xA3";
    std::string out;
    for (std::size_t i = 0; i < name.size(); ++i) {
        const std::string_view rest = name.substr(i + 1);
        const bool is_key = rest.starts_with(keycap) || rest.starts_with(coloured);
        if (!is_key) {
            out += name[i];
            continue;
        }
        const std::string_view word = name_of_sign(name[i]);
        out.append(word.empty() ? name.substr(i, 1) : word).append(" keycap ");
        i += rest.starts_with(keycap) ? keycap.size() : coloured.size();
    }
    return out;
}

// For names without letters and digits: the words for their signs, and other symbols as they are.
std::string slug_of_signs(std::string_view name) {
    return join_signs(name, [](char32_t c, std::string_view bytes, bool follows, std::string& out) {
        if (c >= 0x80) {
            if (is_visible(c)) out = bytes;
        } else if (const std::string_view word = name_of_sign(bytes[0]); !word.empty()) {
            if (follows) out += '-';
            out += word;
        }
    });
}

}  // namespace

std::string file_slug(std::string_view title) {
    constexpr std::size_t longest = 120;
    std::string slug = slugify(title);
    if (slug.size() <= longest) return slug;
    std::size_t end = slug.rfind('-', longest);
    if (end == std::string::npos || end < longest / 2) {
        end = longest;
        while (strings::is_continuation(slug[end])) --end;
    }
    slug.resize(end);
    return slug;
}

std::string term_slug(std::string_view name) {
    if (name.find("\xE2\x83\xA3") != std::string_view::npos) {
        return slugify(with_named_keycaps(name));
    }
    std::string slug;
    // Most names have no signs.
    slug = name.find_first_of("+#*.-") == std::string_view::npos ? slugify(name)
                                                                 : slugify(with_named_signs(name));
    if (slug != no_slug) return slug;
    std::string signs = slug_of_signs(name);
    return signs.empty() ? slug : signs;
}

}  // namespace broadsheet::addresses
