#include <algorithm>
#include <cmath>

#include "page/inline_roles.h"
#include "theme/theme.h"

namespace broadsheet::theme {

namespace {

using page::Role;

Display default_display(Role role) {
    if (page::is_inline_role(role)) return Display::inline_;
    return role == Role::table ? Display::table : Display::block;
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
    set(computed.shrinks, declared.shrinks);
    set(computed.family, declared.family);
    if (declared.size) computed.size = *declared.size * scale;
    if (declared.relative_size) computed.size = parent_size * *declared.relative_size;
    if (declared.line_height) computed.line_height = *declared.line_height * scale;
    set(computed.weight, declared.weight);
    set(computed.italic, declared.italic);
    set(computed.letter_case, declared.letter_case);
    set(computed.ink, declared.ink);
    set(computed.text_align, declared.text_align);
    set(computed.white_space, declared.white_space);
    set(computed.balance, declared.balance);
    set(computed.highlight, declared.highlight);
    set(computed.shift, declared.shift);
}

// The style that a child inherits before its own rule applies.
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
    child.balance = parent.balance;
    child.upright = parent.upright;
    return child;
}

// Decoration is not inherited but applies to the inline boxes inside, as in CSS.
void propagate_decoration(Computed& child, const Computed& parent) {
    child.highlight = parent.highlight;
    child.shift = parent.shift;
}

// True for an item of a tight list, or a definition, whose text stands in no paragraph. Lists may
// follow it.
bool is_text_item(const page::Node& node) {
    const bool is_item = node.role == Role::list_item || node.role == Role::definition_description;
    return is_item && node.style == page::Style::none &&
           std::all_of(node.children.begin(), node.children.end(), [](const page::Node& child) {
               return page::is_inline_role(child.role) || child.role == Role::list;
           });
}

// Emphasis within italics is upright.
void turn_upright(Computed& computed, const page::Node& node, const Computed& parent) {
    if (computed.upright) computed.italic = false;
    if (node.role != Role::emphasis) return;
    if (computed.upright) computed.weight = 700;
    if (parent.italic) computed.italic = false;
}

// Applies the reading settings other than the text size. `stylesheet` prints the same.
void adjust(Computed& computed, const page::Node& node, bool in_prose,
            const ReadingSetup& reading) {
    using page::Style;
    if (reading.sans && (node.style == Style::prose || node.style == Style::standfirst)) {
        computed.family = Family::sans;
    }
    if (reading.measure == Measure::narrow && node.style == Style::prose) {
        computed.max_width = narrow_prose;
    }
    if (reading.measure == Measure::wide && node.style == Style::article_grid) {
        computed.max_width = wide_article_page;
    }
    if (!in_prose) return;
    const bool is_paragraph =
        node.role == Role::paragraph && (node.style == Style::none || node.style == Style::opening);
    if (!is_paragraph && !is_text_item(node)) return;
    if (node.style == Style::opening && reading.drop_caps) {
        const DropCap cap = drop_cap_of(reading);
        computed.min_height = static_cast<float>(cap.lines) * computed.line_height;
    }
    if (computed.text_align == TextAlign::start) {
        if (reading.justified) computed.text_align = TextAlign::justify;
        computed.hanging = reading.justified && reading.hanging;
        computed.even = reading.even;
    }
}

// Browsers round border widths down to whole device pixels, but to at least one, and use these
// widths in the layout.
void snap(Border& border, float pixel_ratio) {
    if (border.width <= 0) return;
    border.width = std::max(1.0F, std::floor(border.width * pixel_ratio + 0.001F)) / pixel_ratio;
}

// Rounds a length down, or to the nearest unit.
void cut(float& length, float unit) {
    const float sign = length < 0 ? -1.0F : 1.0F;
    length = sign * std::floor(length * sign / unit + 0.01F) * unit;
}
void round_to(float& length, float unit) { length = std::round(length / unit) * unit; }

// This changes lengths only at fractions of device pixels, e.g. 31 px at a ratio of 1.1. Over a
// hundred lines, the difference adds up to a pixel.
void cut_lengths(Computed& computed, float unit) {
    if (unit <= 0) return;
    for (float* length :
         {&computed.max_width, &computed.width, &computed.min_height, &computed.margin_top,
          &computed.padding_top, &computed.padding_bottom, &computed.padding_start,
          &computed.padding_end, &computed.row_gap, &computed.column_gap}) {
        cut(*length, unit);
    }
    round_to(computed.line_height, unit);
    for (float& track : computed.tracks) {
        if (track > 0) cut(track, unit);
    }
}

}  // namespace

Breakpoint breakpoint_for(float width) {
    if (width >= desktop_width) return Breakpoint::desktop;
    return width >= tablet_width ? Breakpoint::tablet : Breakpoint::phone;
}

Computed root_style(std::string_view language) {
    Computed style;
    style.upright = is_upright(language);
    return style;
}

float text_scale(int step) {
    static constexpr std::array<float, 7> scales = {0.84F, 0.92F, 1, 1.12F, 1.25F, 1.42F, 1.65F};
    return scales[static_cast<std::size_t>(std::clamp(step, smallest_text_step, largest_text_step) -
                                           smallest_text_step)];
}

float text_scale(const ReadingSetup& reading) {
    return text_scale(reading.text_step) * reading.text_base;
}

bool is_upright(std::string_view language) {
    const std::string own = " " + std::string(language.substr(0, language.find('-'))) + " ";
    return upright_languages.find(own) != std::string_view::npos;
}

bool is_plain_paragraph(const page::Node& node) {
    return node.role == Role::paragraph && node.alignment == page::Alignment::none &&
           (node.style == page::Style::none || node.style == page::Style::opening);
}

bool follows_text_size(const Rule& rule) {
    return rule.selector.starts_with(".prose") || rule.selector == ".standfirst";
}

Computed compute(const page::Node& node, const Computed& parent, bool in_prose,
                 const ReadingSetup& reading) {
    Computed computed = inherit(parent);
    computed.display = default_display(node.role);
    // The style sheet must not say so, because formulas have displays of their own.
    if (node.style == page::Style::formula_display) computed.display = Display::block;
    if (computed.display == Display::inline_ && parent.display != Display::row) {
        propagate_decoration(computed, parent);
    }
    computed.figures = reading.figures;
    std::optional<float> tracking;  // em
    if (const Rule* rule = rule_of(node, in_prose)) {
        const float scale = follows_text_size(*rule) ? text_scale(reading) : 1;
        const Breakpoint breakpoint = reading.breakpoint;
        const auto apply_part = [&](const Declaration& part) {
            apply(computed, part, parent.size, scale);
            if (part.tracking) tracking = part.tracking;
        };
        apply_part(rule->base);
        if (breakpoint >= Breakpoint::tablet) apply_part(rule->tablet);
        if (breakpoint == Breakpoint::desktop) apply_part(rule->desktop);
    }
    adjust(computed, node, in_prose, reading);
    if (!node.language.empty()) computed.upright = is_upright(node.language);
    if (in_prose || computed.upright) turn_upright(computed, node, parent);
    if (node.font_points > 0)
        computed.size = pixels_of_point_step(page::point_step(node.font_points));
    // The computed length is inherited, not its ratio to the size.
    if (tracking) computed.tracking = *tracking * computed.size;
    switch (node.alignment) {
        case page::Alignment::none: break;
        case page::Alignment::left: computed.text_align = TextAlign::start; break;
        case page::Alignment::center: computed.text_align = TextAlign::center; break;
        case page::Alignment::right: computed.text_align = TextAlign::end; break;
    }
    for (Border* border : {&computed.border_top, &computed.border_bottom, &computed.border_start}) {
        snap(*border, reading.pixel_ratio);
    }
    cut_lengths(computed, reading.layout_unit);
    return computed;
}

DropCap drop_cap_of(Breakpoint breakpoint) {
    // Of text of 18/29 and 19/31: see the comment on the table of styles.
    if (breakpoint == Breakpoint::phone) return {2, 59, 2, 6, 46, 20.5F, 20.5F};
    return {3, 108, 4, 8, 80, 37.5F, 44.5F};
}

DropCap drop_cap_of(const ReadingSetup& reading) {
    DropCap cap = drop_cap_of(reading.breakpoint);
    const float scale = text_scale(reading);
    for (float* length : {&cap.size, &cap.hang, &cap.gap}) *length *= scale;
    if (reading.layout_unit > 0) {
        cut(cap.hang, reading.layout_unit);
        cut(cap.gap, reading.layout_unit);
    }
    return cap;
}

float pixels_of_point_step(int step) { return static_cast<float>(step) / 3.0F; }

}  // namespace broadsheet::theme
