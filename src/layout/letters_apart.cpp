#include "layout/letters_apart.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "layout/paragraph_breaks.h"
#include "strings/utf8.h"

namespace broadsheet::layout {

namespace {

// Latin, Greek, Cyrillic and Armenian letters, and the punctuation that they have in common,
// without marks and what is not seen.
bool can_be_set_apart(char32_t c) {
    if (c < 0x590) return c != 0xad && (c < 0x300 || c > 0x36f);
    return c >= 0x1e00 && c < 0x2070 && (c < 0x200b || c > 0x200f);
}

FontId set_apart(FontId font, float apart, TextMeasure& measure) {
    Font own = measure.font(font);
    own.tracking = apart;
    return measure.font_id(own);
}

// What setting letters apart does in a font.
struct Effect {
    bool exists = false;  // not where the browser's canvas cannot do it
    // Letters that fonts like to join change their widths as all others do: the font has no joined
    // signs of another width, which browsers do not use between letters that are set apart.
    bool is_regular = false;
};

// True for words with letters that fonts often join.
bool can_be_joined(std::string_view word) {
    constexpr std::string_view pairs[] = {"f", "tt", "ti", "Th"};
    return std::any_of(std::begin(pairs), std::end(pairs), [&](std::string_view pair) {
        return word.find(pair) != std::string_view::npos;
    });
}

Effect effect_of(FontId font, float apart, TextMeasure& measure) {
    constexpr std::string_view single = "no men can see our own sun";
    constexpr std::string_view joined = "fi fl ff ffi ffl fj ft tt ti Th";
    const FontId other = set_apart(font, apart, measure);
    TextMeasure::Word words[] = {
        {single, font, 0}, {single, other, 0}, {joined, font, 0}, {joined, other, 0}};
    measure.measure(words);
    const auto share = [&](const TextMeasure::Word& before, const TextMeasure::Word& after) {
        return (after.width - before.width) / (apart * static_cast<float>(before.text.size()));
    };
    return {share(words[0], words[1]) >= 0.5F, std::fabs(share(words[2], words[3]) - 1) < 0.004F};
}

}  // namespace

std::size_t separable_letters(const InlineContent& content, const Piece& piece) {
    // Browsers do not set figures and signs apart that they count among Arabic letters.
    if (content.mixed) return 0;
    const theme::Computed& style = content.elements[static_cast<std::size_t>(piece.element)].style;
    if (piece.picture || style.family == theme::Family::mono || style.tracking != 0) return 0;
    std::size_t letters = 0;
    for (std::size_t at = piece.begin; at < piece.end; ++letters) {
        if (!can_be_set_apart(strings::next_code_point(content.text, at))) return 0;
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
    // Spaces look wider or narrower by what their last letters take.
    const float all = step * (static_cast<float>(letters) - room.gaps);
    if (all <= 0 || all * most_steps_apart < room.least) return 0;
    const float steps = room.wanted / all;
    const float apart = step * std::clamp<float>(steps < 0 ? std::floor(steps) : std::ceil(steps),
                                                 -most_steps_closer, most_steps_apart);
    const float rounded = std::round(apart * 100) / 100;  // the text layer has hundredths
    // Words of the block's font whose letters stay what they are need no measuring.
    const FontId usual = content.elements[0].font;
    const Effect effect = rounded != 0 ? effect_of(usual, rounded, measure) : Effect();
    if (!effect.exists) return 0;
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
        const std::string_view text = content.text_of(piece);
        if (font == usual && (effect.is_regular || !can_be_joined(text))) {
            piece.width += line.apart * static_cast<float>(own);
            wider += line.apart * static_cast<float>(own);
            continue;
        }
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

bool has_fixed_letters(const InlineContent& content) {
    std::size_t fixed = 0;
    for (const Piece& part : content.parts) {
        fixed += separable_letters(content, part) == 0 ? 1 : 0;
    }
    return 2 * fixed > content.parts.size();
}

}  // namespace broadsheet::layout
