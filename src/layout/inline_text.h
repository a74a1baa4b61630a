// Running text: collects it from the nodes of a block and breaks it into lines.
#pragma once

#include <memory>
#include <span>

#include "layout/hyphenation.h"
#include "layout/layout.h"
#include "layout/plan_lines.h"

namespace broadsheet::layout {

// The settings of a layout.
struct Setting {
    TextMeasure& measure;
    theme::ReadingSetup reading;
    const Hyphenator* hyphenator = nullptr;  // for justified text; null: words are not divided
    LetterWidths* letters = nullptr;         // null: text is set line by line
    const Rooms* rooms = nullptr;            // null: there are none
    bool centred_stops = false;              // full stops have no empty half, as in Taiwan
};

bool is_inline(const page::Node& node, const theme::Computed& parent, bool in_prose,
               const Setting& setting);

// Returns nothing if `nodes` contain only white space.
std::unique_ptr<InlineContent> collect_text(std::span<const page::Node* const> nodes,
                                            const page::Node* block, const theme::Computed& style,
                                            bool in_prose, bool right_to_left,
                                            const Setting& setting);

float widest_line(const InlineContent& content);  // with forced breaks only
float widest_word(const InlineContent& content);

// Arranges the pieces in lines for a content box of `width`. Returns the total height of the lines.
float break_lines(InlineContent& content, const theme::Computed& style, float width,
                  bool right_to_left, const Setting& setting);

Font font_of(const theme::Computed& style);

}  // namespace broadsheet::layout
