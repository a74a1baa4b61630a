// The names of looks. Each has one row in the theme's table, which gives the layout its numbers and
// the prerendered HTML its CSS. A view picks a name; it never knows a number.
//
// The author's own text needs hardly any: under `prose`, the element itself says what it is
// (`.prose h2`).
#pragma once

#include <cstdint>
#include <string_view>

namespace broadsheet::page {

enum class Style : std::uint8_t {
    none,
#define STYLE(name) name,
#include "page/styles.def"
#undef STYLE
    count_,
};

inline constexpr int style_count = static_cast<int>(Style::count_);

// The class attribute, e.g. "card-title"; empty for `none`.
std::string_view class_name(Style style);

// A size chosen by a view (the tag cloud's 8–22 pt) counts in quarter points, so that the CSS can
// name each: 8 pt is step 32, class "points-32".
inline constexpr int smallest_point_step = 32;
inline constexpr int largest_point_step = 88;
int point_step(double points);

}  // namespace broadsheet::page
