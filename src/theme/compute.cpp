#include <algorithm>

#include "theme/theme.h"

namespace broadsheet::theme {

namespace {

using page::Role;

Display default_display(Role role) {
    switch (role) {
        case Role::text:
        case Role::link:
        case Role::emphasis:
        case Role::strong:
        case Role::strikethrough:
        case Role::code:
        case Role::image:
        case Role::time:
        case Role::line_break:
        case Role::soft_break:
        case Role::superscript:
        case Role::subscript:
        case Role::mark:
        case Role::keyboard:
        case Role::small:
        case Role::underline:
        case Role::insertion:
        case Role::citation:
        case Role::abbreviation:
        case Role::quotation:
        case Role::span:
        case Role::button: return Display::inline_;
        case Role::table: return Display::table;
        default: return Display::block;
    }
}

template <typename T>
void set(T& value, const std::optional<T>& declared) {
    if (declared) value = *declared;
}

void apply(Computed& computed, const Declaration& declared, float parent_size, float scale) {
    set(computed.display, declared.display);
    set(computed.max_width, declared.max_width);
    set(computed.width, declared.width);
    set(computed.min_height, declared.min_height);
    set(computed.centered, declared.centered);
    set(computed.anchor, declared.anchor);
    set(computed.side, declared.side);
    set(computed.island, declared.island);
    set(computed.margin_top, declared.margin_top);
    set(computed.padding_top, declared.padding_top);
    set(computed.padding_bottom, declared.padding_bottom);
    set(computed.padding_start, declared.padding_start);
    set(computed.padding_end, declared.padding_end);
    set(computed.border_top, declared.border_top);
    set(computed.border_bottom, declared.border_bottom);
    set(computed.border_start, declared.border_start);
    set(computed.background, declared.background);
    set(computed.radius, declared.radius);
    set(computed.aspect, declared.aspect);
    set(computed.row_gap, declared.row_gap);
    set(computed.column_gap, declared.column_gap);
    set(computed.tracks, declared.tracks);
    set(computed.justify, declared.justify);
    set(computed.align, declared.align);
    set(computed.wrap, declared.wrap);
    set(computed.family, declared.family);
    if (declared.size) computed.size = *declared.size * scale;
    if (declared.relative_size) computed.size = parent_size * *declared.relative_size;
    if (declared.line_height) computed.line_height = *declared.line_height * scale;
    set(computed.weight, declared.weight);
    set(computed.italic, declared.italic);
    set(computed.tracking, declared.tracking);
    set(computed.letter_case, declared.letter_case);
    set(computed.ink, declared.ink);
    set(computed.text_align, declared.text_align);
    set(computed.white_space, declared.white_space);
    set(computed.underline, declared.underline);
    set(computed.strike, declared.strike);
    set(computed.highlight, declared.highlight);
    set(computed.shift, declared.shift);
}

// What a child receives from its parent before its own rule counts.
Computed inherit(const Computed& parent) {
    Computed child;
    child.family = parent.family;
    child.size = parent.size;
    child.line_height = parent.line_height;
    child.weight = parent.weight;
    child.italic = parent.italic;
    child.tracking = parent.tracking;
    child.letter_case = parent.letter_case;
    child.ink = parent.ink;
    child.text_align = parent.text_align;
    child.white_space = parent.white_space;
    return child;
}

// Decoration is not inherited but drawn through the inline boxes inside, as CSS does.
void propagate_decoration(Computed& child, const Computed& parent) {
    child.underline = parent.underline;
    child.strike = parent.strike;
    child.highlight = parent.highlight;
    child.shift = parent.shift;
}

// The reading settings that are no text size; `stylesheet` prints the same.
void adjust(Computed& computed, const page::Node& node, bool in_prose, const Viewing& viewing) {
    using page::Style;
    if (viewing.sans && (node.style == Style::prose || node.style == Style::standfirst)) {
        computed.family = Family::sans;
    }
    if (viewing.measure == Measure::narrow && node.style == Style::prose) {
        computed.max_width = narrow_prose;
    }
    if (viewing.measure == Measure::wide && node.style == Style::article_grid) {
        computed.max_width = wide_article_page;
    }
    if (viewing.justified && in_prose && node.role == Role::paragraph &&
        node.style == Style::none && computed.text_align == TextAlign::start) {
        computed.text_align = TextAlign::justify;
    }
}

}  // namespace

Breakpoint breakpoint_for(float width) {
    if (width >= desktop_width) return Breakpoint::desktop;
    return width >= tablet_width ? Breakpoint::tablet : Breakpoint::phone;
}

Computed root_style() { return {}; }

float text_scale(int step) {
    static constexpr std::array<float, 7> scales = {0.84F, 0.92F, 1, 1.12F, 1.25F, 1.42F, 1.65F};
    return scales[static_cast<std::size_t>(std::clamp(step, smallest_text_step, largest_text_step) -
                                           smallest_text_step)];
}

bool follows_text_size(const Rule& rule) {
    return rule.selector.starts_with(".prose") || rule.selector == ".standfirst";
}

Computed compute(const page::Node& node, const Computed& parent, bool in_prose,
                 const Viewing& viewing) {
    Computed computed = inherit(parent);
    computed.display = default_display(node.role);
    if (computed.display == Display::inline_ && parent.display != Display::row) {
        propagate_decoration(computed, parent);
    }
    if (const Rule* rule = rule_of(node, in_prose)) {
        const float scale = follows_text_size(*rule) ? text_scale(viewing.text_step) : 1;
        const Breakpoint breakpoint = viewing.breakpoint;
        apply(computed, rule->base, parent.size, scale);
        if (breakpoint >= Breakpoint::tablet) apply(computed, rule->tablet, parent.size, scale);
        if (breakpoint == Breakpoint::desktop) apply(computed, rule->desktop, parent.size, scale);
    }
    adjust(computed, node, in_prose, viewing);
    if (node.font_points > 0)
        computed.size = pixels_of_point_step(page::point_step(node.font_points));
    switch (node.alignment) {
        case page::Alignment::none: break;
        case page::Alignment::left: computed.text_align = TextAlign::start; break;
        case page::Alignment::center: computed.text_align = TextAlign::center; break;
        case page::Alignment::right: computed.text_align = TextAlign::end; break;
    }
    return computed;
}

float pixels_of_point_step(int step) { return static_cast<float>(step) / 3.0F; }

}  // namespace broadsheet::theme
