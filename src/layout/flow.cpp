#include "layout/flow.h"

#include <algorithm>

#include "layout/margins.h"

namespace broadsheet::layout {

namespace {

using page::Node;
using page::Role;
using page::Style;
using theme::Computed;
using theme::Display;

constexpr float fallback_aspect = 1.5F;  // aspect ratio of pictures with unknown size

float horizontal_inset(const Computed& style) {
    return style.padding_start + style.padding_end + style.border_start.width;
}

bool arranges_children(Display display) {
    return display == Display::column || display == Display::row || display == Display::grid ||
           display == Display::popover || display == Display::fixed;
}

// Popovers are outside the flow.
bool is_in_flow(const Box& box) { return box.style.display != Display::popover; }

// True for the content of a closed disclosure.
bool is_hidden(const Node& parent, const Node& child) {
    return parent.role == Role::details && !parent.open && child.role != Role::summary;
}

bool is_white_space(const Node& node) {
    if (node.role == Role::soft_break) return true;
    return node.role == Role::text && node.text.find_first_not_of(" \t\r\n\f") == std::string::npos;
}

bool direction_of(const Node& node, bool inherited) {
    if (node.role == Role::preformatted) return false;  // code is written from left to right
    if (node.direction == page::Direction::automatic) return inherited;
    return node.direction == page::Direction::right_to_left;
}

float picture_height(const Box& box, float width) {
    if (box.style.aspect > 0) return width / box.style.aspect;
    if (box.node->width > 0 && box.node->height > 0) {
        return width * static_cast<float>(box.node->height) / static_cast<float>(box.node->width);
    }
    return width / fallback_aspect;
}

}  // namespace

Box Flow::build(const Node& node, const Computed& parent, bool in_prose, bool right_to_left) {
    Box box;
    box.node = &node;
    box.style = theme::compute(node, parent, in_prose, setting_.reading);
    // Inline elements in a row or grid become blocks, as in CSS.
    if (box.style.display == Display::inline_) box.style.display = Display::block;
    box.right_to_left = direction_of(node, right_to_left);
    if (setting_.rooms) {
        const auto room = setting_.rooms->find(&node);
        if (room != setting_.rooms->end()) box.room = room->second;
    }
    if (box.style.display == Display::none || box.style.display == Display::hidden_until_focus ||
        box.style.display == Display::picture || box.style.display == Display::fixed ||
        node.role == Role::choice) {
        return box;
    }
    build_children(box, node, in_prose || node.style == Style::prose);
    return box;
}

void Flow::add_text_run(Box& box, std::vector<const Node*>& run, bool in_prose) {
    if (run.empty()) return;
    Box anonymous;
    anonymous.style = box.style;
    Computed plain;  // only text properties are inherited
    anonymous.style.padding_top = anonymous.style.padding_bottom = 0;
    anonymous.style.padding_start = anonymous.style.padding_end = 0;
    anonymous.style.margin_top = anonymous.style.max_width = anonymous.style.width = 0;
    anonymous.style.min_height = 0;
    anonymous.style.border_top = anonymous.style.border_bottom = anonymous.style.border_start =
        plain.border_top;
    anonymous.style.background = plain.background;
    anonymous.style.display = Display::block;
    anonymous.style.centered = false;
    anonymous.right_to_left = box.right_to_left;
    anonymous.text =
        collect_text(run, box.node, anonymous.style, in_prose, box.right_to_left, setting_);
    run.clear();
    if (anonymous.text) box.children.push_back(std::move(anonymous));
}

void Flow::build_children(Box& box, const Node& node, bool in_prose) {
    std::vector<const Node*> run;
    bool only_text = true;
    for (const Node& child : node.children) {
        only_text = only_text && is_inline(child, box.style, in_prose, setting_);
    }
    if (only_text && !arranges_children(box.style.display)) {
        for (const Node& child : node.children) run.push_back(&child);
        box.text = collect_text(run, &node, box.style, in_prose, box.right_to_left, setting_);
        return;
    }
    const bool indents =
        setting_.reading.indented && (node.style == Style::prose || node.role == Role::block_quote);
    bool follows_paragraph = false;
    for (const Node& child : node.children) {
        if (is_hidden(node, child)) continue;
        if (arranges_children(box.style.display) && is_white_space(child)) continue;
        const bool loose_text = arranges_children(box.style.display)
                                    ? child.role == Role::text
                                    : is_inline(child, box.style, in_prose, setting_);
        if (loose_text) {
            run.push_back(&child);
            follows_paragraph = follows_paragraph && is_white_space(child);
            continue;
        }
        add_text_run(box, run, in_prose);
        Box part = build(child, box.style, in_prose, box.right_to_left);
        const bool is_plain = theme::is_plain_paragraph(child);
        if (indents && is_plain && follows_paragraph) {
            part.style.margin_top = 0;
            part.style.text_indent = theme::paragraph_indent * part.style.size;
        }
        follows_paragraph = is_plain;
        if (part.style.display == Display::none) continue;
        box.children.push_back(std::move(part));
    }
    add_text_run(box, run, in_prose);

    if (in_prose && node.role == Role::list) {
        int number = node.number;
        for (Box& item : box.children) {
            if (!item.node || item.node->role != Role::list_item) continue;
            if (item.node->task == page::Task::none) {
                const std::string& own = item.node->info;
                item.marker = (own.empty() ? std::to_string(number) : own) + ".";
                if (!node.ordered) item.marker = "•";
            } else {
                item.marker = item.node->task == page::Task::done ? "☑" : "☐";
            }
            item.marker_font = setting_.measure.font_id(font_of(item.style));
            ++number;
        }
    }
    if (in_prose && node.role == Role::details && !box.children.empty()) {
        Box& summary = box.children.front();
        if (summary.node != nullptr && summary.node->role == Role::summary) {
            summary.marker = node.open ? "▾" : "▸";
            summary.marker_font = setting_.measure.font_id(font_of(summary.style));
        }
    }
    const bool resets_first_margin = node.style == Style::prose ||
                                     node.style == Style::comment_text ||
                                     (in_prose && node.role == Role::table_cell);
    if (resets_first_margin && !box.children.empty()) {
        Box& first = box.children.front();
        first.style.margin_top = 0;
        const bool is_quote = first.node != nullptr && first.node->role == Role::block_quote;
        if (is_quote && !first.children.empty()) first.children.front().style.margin_top = 0;
    }
    if (arranges_children(box.style.display)) {
        for (Box& child : box.children) child.is_item = true;
    }
}

float Flow::max_content(const Box& box) const {
    const Computed& style = box.style;
    if (style.width > 0) return style.width;
    float inner = 0;
    if (box.text) {
        inner = widest_line(*box.text);
    } else if (style.display == Display::row) {
        float gaps = -1;
        for (const Box& child : box.children) {
            if (!is_in_flow(child)) continue;
            inner += max_content(child);
            ++gaps;
        }
        inner += style.column_gap * std::max(gaps, 0.0F);
    } else if (style.display == Display::picture) {
        inner = static_cast<float>(box.node->width);
    } else if (style.display == Display::table || style.display == Display::even_table) {
        for (const float width : column_widths(box, 1e6F)) inner += width;
    } else {
        for (const Box& child : box.children) {
            if (is_in_flow(child)) inner = std::max(inner, max_content(child));
        }
    }
    const float width = inner + horizontal_inset(style);
    return style.max_width > 0 ? std::min(width, style.max_width) : width;
}

float Flow::min_content(const Box& box) const {
    const Computed& style = box.style;
    if (style.width > 0) return style.width;
    float inner = 0;
    if (style.display == Display::scroller || style.display == Display::picture) {
        inner = 0;
    } else if (box.text) {
        inner = widest_word(*box.text);
    } else {
        for (const Box& child : box.children) {
            if (is_in_flow(child)) inner = std::max(inner, min_content(child));
        }
    }
    return inner + horizontal_inset(style);
}

// The width of a child's border box within `available`.
float Flow::fitting_width(const Box& box, float available, bool stretch) const {
    float width = available;
    if (box.style.width > 0) {
        width = box.style.width;
    } else if (!stretch) {
        width = std::min(available, max_content(box));
    }
    if (box.style.max_width > 0) width = std::min(width, box.style.max_width);
    return width;
}

void Flow::place(Box& box, float width) {
    const Computed& style = box.style;
    if (style.display == Display::hidden_until_focus || style.display == Display::fixed) {
        box.rect = box.content = Rect{};
        return;
    }
    box.rect.width = width;
    box.content.x = style.border_start.width + style.padding_start;
    box.content.y = style.border_top.width + style.padding_top;
    box.content.width = std::max(0.0F, width - horizontal_inset(style));
    box.content.height = 0;
    if (style.display == Display::picture) {
        box.content.height = picture_height(box, box.content.width);
    } else if (box.node && box.node->role == Role::formula) {
        box.content.height = box.formula.height();
    } else if (box.text) {
        box.content.height =
            break_lines(*box.text, style, box.content.width, box.right_to_left, setting_);
        for (const Line& line : box.text->lines) {
            box.scroll_width = std::max(box.scroll_width, line.width + horizontal_inset(style));
        }
    } else {
        switch (style.display) {
            case Display::column:
            case Display::popover: place_column(box); break;
            case Display::row: place_row(box); break;
            case Display::grid: place_grid(box); break;
            case Display::table:
            case Display::even_table: place_table(box); break;
            default: place_block_children(box); break;
        }
    }
    box.rect.height =
        box.content.y + box.content.height + style.padding_bottom + style.border_bottom.width;
    box.rect.height = std::max(box.rect.height, style.min_height);
    // A frame of comments is as high as what it shows.
    const bool says_height =
        box.node != nullptr && box.node->role == Role::embed && style.display == Display::block;
    if (says_height) {
        box.rect.height = std::max(box.rect.height, static_cast<float>(box.node->height));
    }
    if (style.display == Display::scroller && !box.text) {
        for (const Box& child : box.children) {
            box.scroll_width =
                std::max({box.scroll_width, child.rect.right(), child.formula.width});
        }
    }
}

void Flow::place_block_children(Box& box) {
    float y = 0;
    float margin = 0;  // that the next child's margin collapses with
    bool first = true;
    for (Box& child : box.children) {
        if (!is_in_flow(child)) continue;
        const bool collapses = first && collapses_with_first(box, child);
        if (!collapses) margin = std::max(margin, outer_margin(child));
        if (is_empty_block(child)) {
            place(child, fitting_width(child, box.content.width, true));
            child.rect.x = box.content.x;
            child.rect.y = box.content.y + y + margin;
            continue;
        }
        y += margin + child.room.above;
        // A table is as wide as its columns. If it overflows, its scroller scrolls.
        place(child, child.style.display == Display::table
                         ? box.content.width
                         : fitting_width(child, box.content.width, true));
        const float free = box.content.width - child.rect.width;
        child.rect.x = box.content.x + (child.style.centered ? std::max(0.0F, free / 2) : 0);
        child.rect.y = box.content.y + y;
        y += child.rect.height + child.room.below;
        margin = child.margin_below;
        first = false;
    }
    if (ends_open(box)) {
        box.margin_below = margin;
    } else {
        y += margin;
    }
    box.content.height = y;
}

void Flow::place_column(Box& box) {
    float y = 0;
    bool first = true;
    for (Box& child : box.children) {
        if (!is_in_flow(child) || child.style.display == Display::fixed ||
            child.style.display == Display::hidden_until_focus) {
            continue;
        }
        if (!first) y += box.style.row_gap;
        first = false;
        y += child.style.margin_top + child.room.above;
        const bool stretch = box.style.align == theme::Align::stretch || child.style.centered;
        place(child, fitting_width(child, box.content.width, stretch));
        const float free = std::max(0.0F, box.content.width - child.rect.width);
        float offset = 0;
        if (child.style.centered || box.style.align == theme::Align::center) offset = free / 2;
        if (box.style.align == theme::Align::end) offset = free;
        child.rect.x = box.content.x + offset;
        child.rect.y = box.content.y + y;
        y += child.rect.height + child.room.below;
    }
    box.content.height = y;
}

// Makes the item that shrinks narrower by `excess`, as far as it can.
void Flow::shrink_item(const std::vector<Box*>& items, float excess) {
    const auto item = std::find_if(items.begin(), items.end(),
                                   [](const Box* each) { return each->style.shrinks; });
    if (excess <= 0 || item == items.end()) return;
    place(**item, std::max(0.0F, (*item)->rect.width - excess));
}

void Flow::place_row(Box& box) {
    const Computed& style = box.style;
    std::vector<std::vector<Box*>> lines(1);
    float used = 0;
    for (Box& child : box.children) {
        if (!is_in_flow(child)) continue;
        place(child, fitting_width(child, box.content.width, false));
        const float gap = lines.back().empty() ? 0 : style.column_gap;
        if (style.wrap && !lines.back().empty() &&
            used + gap + child.rect.width > box.content.width + 1.0F / 64) {
            lines.emplace_back();
            used = child.rect.width;
        } else {
            used += gap + child.rect.width;
        }
        lines.back().push_back(&child);
    }
    if (!style.wrap) shrink_item(lines.front(), used - box.content.width);
    float y = 0;
    for (const std::vector<Box*>& line : lines) {
        if (line.empty()) continue;
        if (&line != &lines.front()) y += style.row_gap;
        float width = style.column_gap * static_cast<float>(line.size() - 1);
        float height = 0;
        for (const Box* item : line) {
            width += item->rect.width;
            height = std::max(height, item->rect.height + item->style.margin_top);
        }
        if (lines.size() == 1) {
            height = std::max(height, style.min_height - box.content.y - style.padding_bottom -
                                          style.border_bottom.width);
        }
        const float free = std::max(0.0F, box.content.width - width);
        float x = 0;
        float spread = 0;
        if (style.justify == theme::Justify::center) x = free / 2;
        if (style.justify == theme::Justify::end) x = free;
        if (style.justify == theme::Justify::space_between && line.size() > 1) {
            spread = free / static_cast<float>(line.size() - 1);
        }
        for (Box* item : line) {
            item->rect.x = box.content.x + x;
            const float room = height - item->rect.height - item->style.margin_top;
            float offset = item->style.margin_top;
            if (style.align == theme::Align::center) offset += room / 2;
            if (style.align == theme::Align::end) offset += room;
            if (style.align == theme::Align::stretch) item->rect.height += room;
            item->rect.y = box.content.y + y + offset;
            x += item->rect.width + style.column_gap + spread;
        }
        y += height;
    }
    box.content.height = y;
}

void Flow::place_grid(Box& box) {
    const Computed& style = box.style;
    std::vector<float> columns;
    float fixed = 0;
    float shares = 0;
    for (const theme::Track track : style.tracks) {
        if (track == 0) break;
        columns.push_back(track);
        (track > 0 ? fixed : shares) += track > 0 ? track : -track;
    }
    if (columns.empty()) columns.push_back(-1), shares = 1;
    fixed += style.column_gap * static_cast<float>(columns.size() - 1);
    const float share = shares > 0 ? std::max(0.0F, box.content.width - fixed) / shares : 0;
    for (float& column : columns) column = column < 0 ? -column * share : column;

    float y = 0;
    for (std::size_t i = 0; i < box.children.size();) {
        if (i > 0) y += style.row_gap;
        float x = 0;
        float height = 0;
        for (std::size_t column = 0; column < columns.size() && i < box.children.size();
             ++column, ++i) {
            Box& child = box.children[i];
            place(child, fitting_width(child, columns[column], true));
            child.rect.x = box.content.x + x;
            const float above = child.style.margin_top + child.room.above;
            child.rect.y = box.content.y + y + above;
            height = std::max(height, above + child.rect.height + child.room.below);
            x += columns[column] + style.column_gap;
        }
        y += height;
    }
    box.content.height = y;
}

void Flow::place_popover(Box& popover, const Box& parent, const Box& anchor) {
    const Computed& style = popover.style;
    const bool stretch = style.side == theme::Side::stretch;
    place(popover, stretch ? anchor.rect.width : fitting_width(popover, anchor.rect.width, true));
    const float width = popover.rect.width;
    const bool at_left = (style.side == theme::Side::end) == anchor.right_to_left;
    const float left = stretch || at_left ? anchor.rect.x : anchor.rect.right() - width;
    popover.rect.x =
        parent.right_to_left ? parent.rect.right() - left - width : left - parent.rect.x;
    popover.rect.y =
        anchor.rect.bottom() - anchor.style.border_bottom.width + style.margin_top - parent.rect.y;
}

void Flow::settle(Box& box, const Rect& parent, bool parent_right_to_left, const Box* anchor,
                  Layout& layout) {
    box.rect.x =
        parent_right_to_left ? parent.right() - box.rect.x - box.rect.width : parent.x + box.rect.x;
    box.rect.y += parent.y;
    const float end = box.rect.width - box.content.x - box.content.width;
    box.content.x = box.rect.x + (box.right_to_left ? end : box.content.x);
    box.content.y += box.rect.y;
    if (box.style.display == Display::scroller && box.scroll_width > box.rect.width + 0.5F) {
        box.scroller = ++scrollers_;
    }
    if (box.style.anchor || anchor == nullptr) anchor = &box;
    for (Box& child : box.children) {
        if (child.style.display == Display::popover) {
            place_popover(child, box, *anchor);
            layout.popovers.push_back(&child);
        }
        settle(child, box.rect, box.right_to_left, anchor, layout);
    }
}

}  // namespace broadsheet::layout
