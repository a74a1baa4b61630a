// Boxes: built from the nodes of a page, measured, and placed. Inside this folder only.
//
// While boxes are placed, `rect` and `content` are relative to the parent's border box and run from
// the start edge; `settle` turns them into page coordinates, mirrored where writing is right to
// left.
#pragma once

#include "layout/inline_text.h"

namespace broadsheet::layout {

class Flow {
  public:
    explicit Flow(const Setting& setting) : setting_(setting) {}

    Box build(const page::Node& node, const theme::Computed& parent, bool in_prose,
              bool right_to_left);

    // Gives the border box of `box` this width, and its height from its content.
    void place(Box& box, float width);

    // Width of the border box that content without any line break would take.
    float max_content(const Box& box) const;
    // Width below which content would stick out.
    float min_content(const Box& box) const;

    // Moves `box` and all in it to page coordinates; `parent` is already there. Boxes that scroll
    // sideways get their numbers, and popovers their place below `anchor`.
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
    void place_grid(Box& box);
    void place_table(Box& box);  // table.cpp
    std::vector<float> column_widths(const Box& box, float available) const;

    Setting setting_;
    int scrollers_ = 0;
};

}  // namespace broadsheet::layout
