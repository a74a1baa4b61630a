// The CSS selectors of styles, made from styles.def at compile time.
#pragma once

#include <array>
#include <string_view>

#include "page/style.h"

namespace broadsheet::page {

namespace style_names {

// Converts "card_title" to ".card-title".
template <std::size_t size>
constexpr std::array<char, size> selector_from(const char (&name)[size]) {
    std::array<char, size> selector{'.'};
    for (std::size_t i = 0; i + 1 < size; ++i) selector[i + 1] = name[i] == '_' ? '-' : name[i];
    return selector;
}

#define STYLE(name) inline constexpr auto name##_selector = selector_from(#name);
#include "page/styles.def"
#undef STYLE

inline constexpr std::array<std::string_view, style_count> selectors = {
    "",
#define STYLE(name) std::string_view(name##_selector.data(), name##_selector.size()),
#include "page/styles.def"
#undef STYLE
};

}  // namespace style_names

// The CSS selector of a style, e.g. ".card-title"; empty for `none`.
constexpr std::string_view selector_of(Style style) {
    return style_names::selectors[static_cast<std::size_t>(style)];
}

}  // namespace broadsheet::page
