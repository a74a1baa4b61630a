#include "layout/line_breaks.h"

#include <linebreak.h>

#include <string>

#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

bool is_ascii_letter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

bool is_one_of(char c, std::string_view set) { return set.find(c) != std::string_view::npos; }

// Between two ASCII characters, browsers use rules that are older than UAX #14: no break in
// "and/or" or "a|b"; a break after a hyphen unless it is a minus sign; a break after a question
// mark in URLs; and a break before an opening bracket after most symbols, as in "port=[host]". The
// rules match Chromium for all 8,836 pairs.
bool browsers_break(std::string_view text, std::size_t i) {
    const char before = text[i];
    const char after = text[i + 1];
    if (before == '?') return !is_one_of(after, "!\"'),./:;?]}");
    if (before == '-') {
        if (!is_ascii_digit(after)) return !is_one_of(after, "!$),./:;?]}");
        return i > 0 && (is_ascii_letter(text[i - 1]) || is_ascii_digit(text[i - 1]));
    }
    return is_one_of(after, "(<[{") && is_one_of(before, "!\"#%&)*+,.:;=>\\]|}~");
}

// True for letters and marks of Thai, Lao, Burmese and Khmer (class SA of UAX #14), but not for
// their digits and symbols. All take three bytes in UTF-8.
bool needs_dictionary(char32_t c) {
    return (c >= 0x0e01 && c <= 0x0e3a) || (c >= 0x0e40 && c <= 0x0e4e) ||
           (c >= 0x0e81 && c <= 0x0ecd) || (c >= 0x0edc && c <= 0x0edf) ||
           (c >= 0x1000 && c <= 0x103f) || (c >= 0x1050 && c <= 0x108f) ||
           (c >= 0x109a && c <= 0x109f) || (c >= 0x1780 && c <= 0x17d3) || c == 0x17d7 ||
           c == 0x17dc || c == 0x17dd;
}

void add_dictionary_breaks(std::string_view text, TextMeasure& words,
                           std::vector<LineBreak>& breaks) {
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        std::size_t end = at;
        while (at < text.size() && needs_dictionary(strings::next_code_point(text, at))) end = at;
        if (end == begin) continue;
        for (const std::uint32_t word_end : words.word_ends(text.substr(begin, end - begin))) {
            const std::size_t last = begin + word_end;
            if (last > begin && last < end) breaks[last - 1] = LineBreak::allowed;
        }
    }
}

// True for East Asian widths F, W and H of UAX #11.
bool is_east_asian(char32_t c) {
    return (c >= 0x1100 && c <= 0x115f) || (c >= 0x2e80 && c <= 0x303e) ||
           (c >= 0x3041 && c <= 0xa4cf) || (c >= 0xa960 && c <= 0xa97f) ||
           (c >= 0xac00 && c <= 0xd7a3) || (c >= 0xf900 && c <= 0xfaff) ||
           (c >= 0xfe30 && c <= 0xfe6f) || (c >= 0xff00 && c <= 0xffe6) ||
           (c >= 0x1f300 && c <= 0x1faff) || (c >= 0x20000 && c <= 0x3fffd);
}

// A curly quotation mark between East Asian characters. A line may break before an opening mark and
// after a closing one. This is rule LB19a of Unicode 16, which the library does not implement.
struct AsianQuote {
    std::size_t at = 0;
    bool opens = false;
};

std::vector<AsianQuote> asian_quotes(std::string_view text) {
    std::vector<AsianQuote> quotes;
    char32_t before = 0;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = strings::next_code_point(text, at);
        if ((c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d) && at < text.size()) {
            std::size_t next = at;
            if (is_east_asian(before) && is_east_asian(strings::next_code_point(text, next))) {
                quotes.push_back({begin, c == 0x2018 || c == 0x201c});
            }
        }
        before = c;
    }
    return quotes;
}

// Breaks found by the library. Asian quotation marks are replaced by ideographs first, so that they
// break like these.
std::vector<char> library_breaks(std::string_view text) {
    std::string changed(text);
    const std::vector<AsianQuote> quotes = asian_quotes(text);
    for (const AsianQuote& quote : quotes) changed.replace(quote.at, 3, "\xe4\xb8\x80");
    std::vector<char> found(text.size(), LINEBREAK_NOBREAK);
    set_linebreaks_utf8(reinterpret_cast<const utf8_t*>(changed.data()), changed.size(), "-strict",
                        found.data());
    for (const AsianQuote& quote : quotes) {
        found[quote.opens ? quote.at + 2 : quote.at - 1] = LINEBREAK_NOBREAK;
    }
    return found;
}

}  // namespace

std::vector<LineBreak> line_breaks(std::string_view text, TextMeasure& words) {
    const std::vector<char> found = library_breaks(text);
    std::vector<LineBreak> breaks(text.size(), LineBreak::none);
    const auto is_ascii = [](char c) { return c > ' ' && c < 0x7f; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (found[i] == LINEBREAK_MUSTBREAK) breaks[i] = LineBreak::forced;
        if (found[i] == LINEBREAK_ALLOWBREAK) breaks[i] = LineBreak::allowed;
        if (i + 1 == text.size()) break;
        // Browsers always allow a break after a space, even before "/" or "!".
        if (text[i] == ' ' && breaks[i] == LineBreak::none) breaks[i] = LineBreak::allowed;
        if (is_ascii(text[i]) && is_ascii(text[i + 1])) {
            breaks[i] = browsers_break(text, i) ? LineBreak::allowed : LineBreak::none;
        }
    }
    add_dictionary_breaks(text, words, breaks);
    return breaks;
}

std::vector<LineBreak> forced_breaks(std::string_view text) {
    std::vector<LineBreak> breaks(text.size(), LineBreak::none);
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\n') breaks[i] = LineBreak::forced;
    }
    return breaks;
}

}  // namespace broadsheet::layout
