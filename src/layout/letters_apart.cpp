#include "layout/letters_apart.h"

#include <algorithm>
#include <cmath>

#include "layout/paragraph_breaks.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

// Latin, Greek, Cyrillic and Armenian letters, and the punctuation that they have in common,
// without marks and what is not seen.
bool stands_alone(char32_t c) {
    if (c < 0x590) return c != 0xad && (c < 0x300 || c > 0x36f);
    return c >= 0x1e00 && c < 0x2070 && (c < 0x200b || c > 0x200f);
}

FontId set_apart(FontId font, float apart, TextMeasure& measure) {
    Font own = measure.font(font);
    own.tracking = apart;
    return measure.font_id(own);
}

// How much wider letters become that fonts like to join, as a share of what was asked for. 1 if the
// font has no joined signs of another width, which browsers do not use between letters that are set
// apart. 0 if the browser's canvas cannot set letters apart.
float probe(FontId font, float apart, TextMeasure& measure) {
    constexpr std::string_view letters = "fi fl ff ffi ffl fj ft tt ti Th";
    TextMeasure::Word both[] = {{letters, font, 0}, {letters, set_apart(font, apart, measure), 0}};
    measure.measure(both);
    return (both[1].width - both[0].width) / (apart * static_cast<float>(letters.size()));
}

}  // namespace

std::size_t separable_letters(const InlineContent& content, const Piece& piece) {
    // Browsers do not set figures and signs apart that they count among Arabic letters.
    if (content.mixed) return 0;
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
    const float apart = step * std::clamp<float>(steps < 0 ? std::floor(steps) : std::ceil(steps),
                                                 -most_steps_closer, most_steps_apart);
    const float rounded = std::round(apart * 100) / 100;  // the text layer has hundredths
    // Words of the block's font need no measuring if its letters stay what they are.
    const FontId usual = content.elements[0].font;
    const float share = rounded != 0 ? probe(usual, rounded, measure) : 0;
    if (share < 0.5F) return 0;
    const bool is_known = std::fabs(share - 1) < 0.004F;
    line.apart = rounded;
    float wider = 0;
    std::vector<Piece*> pieces;
    std::vector<TextMeasure::Word> texts;
    for (std::uint32_t i = line.first; i < line.first + line.count; ++i) {
        Piece& piece = content.pieces[i];
        const std::size_t own = separable_letters(content, piece);
        if (own == 0) continue;
        const FontId font = piece.font;
        piece.font = set_apart(font, line.apart, measure);
        if (is_known && font == usual) {
            piece.width += line.apart * static_cast<float>(own);
            wider += line.apart * static_cast<float>(own);
            continue;
        }
        const std::string_view text =
            std::string_view(content.text).substr(piece.begin, piece.end - piece.begin);
        texts.push_back({text, font, 0});
        texts.push_back({text, piece.font, 0});
        pieces.push_back(&piece);
    }
    if (!texts.empty()) measure.measure(texts);
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        const float more = texts[2 * i + 1].width - texts[2 * i].width;
        pieces[i]->width += more;
        wider += more;
    }
    const Piece& last = content.pieces[line.first + line.count - 1];
    const bool ends = separable_letters(content, last) > 0;
    return ends && line.hyphen == 0 ? wider - line.apart : wider;
}

}  // namespace broadsheet::layout
