#include "layout/ideographs.h"

#include "layout/clusters.h"
#include "strings/letters.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

std::string_view text_of(const InlineContent& content, const Piece& piece) {
    return std::string_view(content.text).substr(piece.begin, piece.end - piece.begin);
}

bool has_ideographs(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        if (strings::is_ideographic(strings::next_code_point(text, at))) return true;
    }
    return false;
}

}  // namespace

bool is_ideographic(const InlineContent& content, const Piece& piece) {
    const std::string_view text = text_of(content, piece);
    std::size_t at = 0;
    return !piece.picture && !text.empty() &&
           strings::is_ideographic(strings::next_code_point(text, at));
}

void append_ideographs(std::vector<Piece>& parts, const InlineContent& content, const Piece& piece,
                       LetterWidths& letters) {
    const std::string_view text = text_of(content, piece);
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
            parts[i].width = piece.width * letters.sum(text_of(content, parts[i]), font) / all;
    }
}

}  // namespace broadsheet::layout
