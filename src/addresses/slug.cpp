#include "addresses/slug.h"

#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::addresses {

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
    return out.empty() ? "untitled" : out;
}

}  // namespace broadsheet::addresses
