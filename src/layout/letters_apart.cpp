#include "layout/letters_apart.h"

#include <algorithm>
#include <cmath>

#include "layout/paragraph_breaks.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

// Latin, Greek, Cyrillic and Armenian letters, and the punctuation that they have in common.
bool stands_alone(char32_t c) {
    return c < 0x590 || (c >= 0x1e00 && c < 0x2070 && (c < 0x200b || c > 0x200f));
}

}  // namespace

std::size_t separable_letters(const InlineContent& content, const Piece& piece) {
    const theme::Computed& style = content.elements[static_cast<std::size_t>(piece.element)].style;
    if (piece.picture || style.family == theme::Family::mono || style.tracking != 0) return 0;
    std::size_t letters = 0;
    for (std::size_t at = piece.begin; at < piece.end; ++letters) {
        if (!stands_alone(strings::next_code_point(content.text, at))) return 0;
    }
    return letters;
}

float set_letters_apart(InlineContent& content, Line& line, const WantedRoom& room,
                        TextMeasure& measure) {
    std::size_t letters = 0;
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        letters += separable_letters(content, content.pieces[i]);
    }
    const float step = letter_step * room.size;
    const float all = step * static_cast<float>(letters);
    if (letters == 0 || all * most_steps_apart < room.least) return 0;
    const float steps = room.wanted / all;
    line.apart = step * std::clamp<float>(steps < 0 ? std::floor(steps) : std::ceil(steps),
                                          -most_steps_closer, most_steps_apart);
    std::vector<Piece*> pieces;
    std::vector<TextMeasure::Word> texts;
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        Piece& piece = content.pieces[i];
        if (separable_letters(content, piece) == 0) continue;
        const std::string_view text =
            std::string_view(content.text).substr(piece.begin, piece.end - piece.begin);
        texts.push_back({text, piece.font, 0});
        Font font = measure.font(piece.font);
        font.tracking = line.apart;
        piece.font = measure.font_id(font);
        texts.push_back({text, piece.font, 0});
        pieces.push_back(&piece);
    }
    measure.measure(texts);
    float wider = 0;
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const float more = texts[2 * i + 1].width - texts[2 * i].width;
        pieces[i]->width += more;
        wider += more;
    }
    const bool ends =
        !pieces.empty() && pieces.back() == &content.pieces[line.first + line.count - 1];
    return ends && line.hyphen == 0 ? wider - line.apart : wider;
}

}  // namespace broadsheet::layout
