#include "layout/ideographs.h"

#include "layout/clusters.h"
#include "layout/hanging.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

bool has_ideographs(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (strings::is_ideographic(strings::next_code_point(text, at))) return true;
    }
    return false;
}

bool has_syllables(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (strings::is_cjk(strings::next_code_point(text, at))) return true;
    }
    return false;
}

// Appends a piece, divided.
void append_ideographs(std::vector<Piece>& parts, const InlineContent& content, const Piece& piece,
                       LetterWidths& letters) {
    const std::string_view text = content.text_of(piece);
    const std::size_t first = parts.size();
    parts.push_back(piece);
    if (piece.picture || !has_ideographs(text)) return;
    const FontId font = content.elements[static_cast<std::size_t>(piece.element)].font;
    letters.learn({{text, font, 0}});
    const float all = letters.sum(text, font);
    bool was_ideograph = false;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t begin = at;
        const char32_t c = strings::next_code_point(text, at);
        const bool continues = begin == 0 || continues_cluster(c);
        const bool is_ideograph =
            continues && begin > 0 ? was_ideograph : strings::is_ideographic(c);
        if (!continues && (is_ideograph || was_ideograph)) {
            parts.back().gap_element = -1;
            parts.push_back(piece);
            parts.back().begin = piece.begin + static_cast<std::uint32_t>(begin);
        }
        parts.back().end = piece.begin + static_cast<std::uint32_t>(at);
        was_ideograph = is_ideograph;
    }
    for (std::size_t i = first; i < parts.size(); ++i) {
        if (all > 0)
            parts[i].width = piece.width * letters.sum(content.text_of(parts[i]), font) / all;
    }
}

// Between ideographs and letters, in em.
constexpr float between_scripts = 0.25F;

char32_t first_of(std::string_view text) {
    std::size_t at = 0;
    return strings::next_code_point(text, at);
}

char32_t last_of(std::string_view text) {
    std::size_t at = strings::code_point_begin(text, text.size() - 1);
    return strings::next_code_point(text, at);
}

// Letters of full width are set like signs.
bool is_ideograph(char32_t c) {
    return strings::is_ideographic(c) && strings::is_letter_or_digit(c) &&
           (c < 0xff00 || c > 0xffef);
}

bool is_western_letter(char32_t c) { return c < 0x590 && strings::is_letter_or_digit(c); }

// Signs with an empty half.
bool opens(char32_t c) { return strings::is_ideographic(c) && hanging_share(c, false) > 0; }
bool closes(char32_t c) { return strings::is_ideographic(c) && hanging_share(c, true) > 0; }
bool stops(char32_t c) { return c == 0x3001 || c == 0x3002 || c == 0xff0c || c == 0xff0e; }

// The space between two pieces, beyond their own.
float space_between(const InlineContent& content, const Piece& one, const Piece& other,
                    bool centred) {
    if (one.picture || other.picture || one.end != other.begin || one.level + other.level > 0) {
        return 0;
    }
    const char32_t left = last_of(content.text_of(one));
    const char32_t right = first_of(content.text_of(other));
    const float size = content.elements[static_cast<std::size_t>(other.element)].style.size;
    if ((is_ideograph(left) && is_western_letter(right)) ||
        (is_western_letter(left) && is_ideograph(right))) {
        return between_scripts * size;
    }
    if (centred && (stops(left) || stops(right))) return 0;
    if (closes(left) && (closes(right) || opens(right))) return -one.width / 2;
    return opens(left) && opens(right) ? -other.width / 2 : 0;
}

}  // namespace

bool is_ideographic(const InlineContent& content, const Piece& piece) {
    const std::string_view text = content.text_of(piece);
    return !piece.picture && !text.empty() && strings::is_ideographic(first_of(text));
}

bool divide_ideographs(InlineContent& content, LetterWidths& letters, bool centred) {
    if (!has_ideographs(content.text)) return has_syllables(content.text);
    std::vector<Piece> parts;
    for (Word& word : content.words) {
        const std::size_t first = parts.size();
        for (std::uint32_t i = word.first; i < word.first + word.count; ++i) {
            append_ideographs(parts, content, content.parts[i], letters);
        }
        word.first = static_cast<std::uint32_t>(first);
        word.count = static_cast<std::uint32_t>(parts.size() - first);
        word.width = 0;
        for (std::size_t i = first; i < parts.size(); ++i) {
            parts[i].lead = i > 0 ? space_between(content, parts[i - 1], parts[i], centred) : 0;
            word.width += parts[i].width + (i > first ? parts[i].lead : 0);
        }
    }
    content.parts.swap(parts);
    return true;
}

}  // namespace broadsheet::layout
