#include "model/slug.h"

#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::model {

namespace {

constexpr std::string_view hexadecimal = "0123456789ABCDEF";

bool is_kept_in_path(char c) {
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) return true;
    return std::string_view("-._~!$&'()*+,;=:@/").find(c) != std::string_view::npos;
}

int hexadecimal_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
}

std::string padded(int value, std::size_t width) {
    std::string digits = std::to_string(value);
    return digits.size() < width ? std::string(width - digits.size(), '0') + digits : digits;
}

}  // namespace

std::string slugify(std::string_view name) {
    std::string out;
    bool separate = false;
    bool after_latin = false;
    std::size_t position = 0;
    while (position < name.size()) {
        // Most of most names is ASCII, and names are many.
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
            // Joiners belong to the word; they only change its shape.
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

std::string encode_path(std::string_view path) {
    std::string out;
    out.reserve(path.size());
    for (const char c : path) {
        if (is_kept_in_path(c)) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += '%';
        out += hexadecimal[byte >> 4];
        out += hexadecimal[byte & 15];
    }
    return out;
}

std::string decode_path(std::string_view path) {
    std::string out;
    out.reserve(path.size());
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (path[i] == '%' && i + 2 < path.size()) {
            const int high = hexadecimal_value(path[i + 1]);
            const int low = hexadecimal_value(path[i + 2]);
            if (high >= 0 && low >= 0) {
                out += static_cast<char>(static_cast<unsigned char>(high * 16 + low));
                i += 2;
                continue;
            }
        }
        out += path[i];
    }
    return out;
}

Path year_path(int year) { return "/" + padded(year, 4) + "/"; }

Path month_path(int year, int month) { return year_path(year) + padded(month, 2) + "/"; }

Path day_path(Day day) { return month_path(day.year, day.month) + padded(day.day, 2) + "/"; }

Path paged_path(std::string_view list, int page) {
    Path out(list);
    if (page > 1) out += "page/" + std::to_string(page) + "/";
    return out;
}

}  // namespace broadsheet::model
