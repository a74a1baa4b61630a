// Measures many texts in one call. Only for this folder.
#pragma once

#include <string_view>
#include <vector>

#include "layout/layout.h"

namespace broadsheet::layout {

// Collects texts to be measured together.
class MeasureBatch {
  public:
    // Adds texts. They must stay in memory until `measure` returns.
    void add(InlineContent& content);
    void ask(std::string_view text, FontId font, float& answer);
    void ask(const page::Node& formula, float size, FormulaSize& answer);

    std::size_t size() const { return asked_.size() + formulas_.size(); }
    void measure(TextMeasure& measure);

  private:
    // Two adjacent words. `first` is the index of three measurements: both together, the first, the
    // second.
    struct Pair {
        Piece* part;
        std::size_t first;
    };

    void add_pair(const InlineContent& content, Piece& one, const Piece& other);

    std::vector<TextMeasure::Word> asked_;
    std::vector<float*> answers_;
    std::vector<TextMeasure::Formula> formulas_;
    std::vector<Pair> pairs_;
    std::vector<InlineContent*> contents_;
};

}  // namespace broadsheet::layout
