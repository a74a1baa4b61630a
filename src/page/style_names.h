// How CSS selects each style, made from the names in styles.def when this is compiled.
#pragma once

#include <array>
#include <string_view>

#include "page/style.h"

namespace broadsheet::page {

namespace style_names {

// "card_title" as ".card-title".
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

// ".card-title"; empty for `none`.
constexpr std::string_view selector_of(Style style) {
    return style_names::selectors[static_cast<std::size_t>(style)];
}

}  // namespace broadsheet::page
