// Builds boxes from the nodes of a page, measures and places them. Only for this folder.
//
// During placement, `rect` and `content` are relative to the parent's border box and start at the
// start edge. `settle` converts them to page coordinates and mirrors them for right-to-left text.
#pragma once

#include "layout/inline_text.h"

namespace broadsheet::layout {

// The steps of a layout.
class Flow {
  public:
    explicit Flow(const Setting& setting) : setting_(setting) {}

    Box build(const page::Node& node, const theme::Computed& parent, bool in_prose,
              bool right_to_left);

    // Sets the width of the border box, and its height from its content.
    void place(Box& box, float width);

    // The width of the border box if no line of its content breaks.
    float max_content(const Box& box) const;
    // The width below which content would overflow.
    float min_content(const Box& box) const;

    // Moves `box` and everything in it to page coordinates. `parent` already has them. Numbers
    // boxes that scroll sideways, and places popovers below `anchor`.
    void settle(Box& box, const Rect& parent, bool parent_right_to_left, const Box* anchor,
                Layout& layout);

  private:
    void place_popover(Box& popover, const Box& parent, const Box& anchor);
    void build_children(Box& box, const page::Node& node, bool in_prose);
    void add_text_run(Box& box, std::vector<const page::Node*>& run, bool in_prose);
    float fitting_width(const Box& box, float available, bool stretch) const;
    void place_block_children(Box& box);
    void place_column(Box& box);
    void place_row(Box& box);
    void shrink_item(const std::vector<Box*>& items, float excess);
    void place_grid(Box& box);
    void place_table(Box& box);  // table.cpp
    std::vector<float> column_widths(const Box& box, float available) const;

    Setting setting_;
    int scrollers_ = 0;
};

}  // namespace broadsheet::layout
