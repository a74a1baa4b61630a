// The widths of many texts, asked for in one call. Inside this folder only.
#pragma once

#include <string_view>
#include <vector>

#include "layout/layout.h"

namespace broadsheet::layout {

class MeasureBatch {
  public:
    // All must stand where they are until `measure` was called.
    void add(InlineContent& content);
    void ask(std::string_view text, FontId font, float& answer);

    std::size_t size() const { return asked_.size(); }
    void measure(TextMeasure& measure);

  private:
    // Two words that touch: the first, and the place of three questions: both, the one, the other.
    struct Pair {
        Piece* part;
        std::size_t first;
    };

    void add_pair(const InlineContent& content, Piece& one, const Piece& other);

    std::vector<TextMeasure::Word> asked_;
    std::vector<float*> answers_;
    std::vector<Pair> pairs_;
    std::vector<InlineContent*> contents_;
};

}  // namespace broadsheet::layout
