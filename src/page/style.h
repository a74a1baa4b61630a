// The styles of nodes. Each has a row in the theme's table, which provides the numbers for the
// layout and the CSS for the prerendered HTML. Views use only the names of styles, never their
// numbers.
//
// Elements of an article's text rarely need a style: within `prose`, the element itself selects the
// rule (`.prose h2`).
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::page {

// The styles, from styles.def.
enum class Style : std::uint16_t {
    none,
#define STYLE(name) name,
#include "page/styles.def"
#undef STYLE
    count_,
};

inline constexpr int style_count = static_cast<int>(Style::count_);

// The CSS class of a style, e.g. "card-title"; empty for `none`.
std::string_view class_name(Style style);

// Font sizes that a view calculates (8–22 pt in the tag cloud) are rounded to quarter points, so
// that each has a CSS class: 8 pt is step 32, class "points-32".
inline constexpr int smallest_point_step = 32;
inline constexpr int largest_point_step = 88;
int point_step(double points);

}  // namespace broadsheet::page
