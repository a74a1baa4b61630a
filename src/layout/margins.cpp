#include "layout/margins.h"

#include <algorithm>

namespace broadsheet::layout {

namespace {

using page::Role;
using theme::Display;

bool lets_margin_through(const Box& box) {
    return box.style.display == Display::block && !box.is_item && box.style.padding_top == 0 &&
           box.style.border_top.width == 0 && !box.text && box.node &&
           box.node->role != Role::table_cell && !box.children.empty();
}

bool is_plain_block(const Box& box) {
    return box.style.display == Display::block || box.style.display == Display::scroller ||
           box.style.display == Display::table;
}

}  // namespace

bool is_empty_block(const Box& box) {
    const theme::Computed& style = box.style;
    const bool has_room = style.padding_top + style.padding_bottom + style.border_top.width +
                              style.border_bottom.width + style.min_height >
                          0;
    return style.display == Display::block && !style.island && !box.is_item && !box.text &&
           !has_room && box.node && box.node->role != Role::table_cell &&
           box.node->role != Role::details &&  // its hidden content separates the margins
           std::all_of(box.children.begin(), box.children.end(), is_empty_block);
}

bool collapses_with_first(const Box& box, const Box& first_child) {
    return lets_margin_through(box) && is_plain_block(first_child);
}

float outer_margin(const Box& box) {
    float margin = box.style.margin_top;
    for (const Box& child : box.children) {
        if (!collapses_with_first(box, child)) break;
        margin = std::max(margin, outer_margin(child));
        if (!is_empty_block(child)) break;
    }
    return margin;
}

bool ends_open(const Box& box) {
    return box.style.display == Display::block && !box.is_item && box.style.padding_bottom == 0 &&
           box.style.border_bottom.width == 0 && box.style.min_height == 0 && box.node &&
           box.node->role != Role::table_cell;
}

}  // namespace broadsheet::layout
