// Letters that are set slightly apart or closer, in justified lines that their spaces alone cannot
// fill well. Only for this folder.
#pragma once

#include "layout/layout.h"

namespace broadsheet::layout {

// The space of one step, in em. Each step is a font of its own, so there are few of them.
inline constexpr float letter_step = 0.01F;

// The letters of a piece that can be set apart: those of alphabets whose letters stand alone. None
// in typewriter fonts, in text that its style sets apart, and beside text from right to left.
std::size_t separable_letters(const InlineContent& content, const Piece& piece);

// How much more room the letters of a line are to take, in CSS pixels.
struct WantedRoom {
    float wanted = 0;  // negative: less room
    float least = 0;   // if they cannot take this, nothing is done
    float size = 0;    // of the text
    float gaps = 0;    // spaces of the line
};

// Sets the letters of a line apart or closer (Line::apart) by the fewest steps that make the wanted
// room, or by all steps. Returns how much wider they are together, without the space after the last
// one.
float set_letters_apart(InlineContent& content, Line& line, const WantedRoom& room,
                        TextMeasure& measure);

// True if the letters of most words cannot be set apart.
bool has_fixed_letters(const InlineContent& content);

}  // namespace broadsheet::layout
