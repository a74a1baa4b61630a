#include "page/picture_sizes.h"

#include <algorithm>

namespace broadsheet::page {

bool has_standard_widths(std::string_view target) {
    static constexpr std::array<std::string_view, 4> endings = {".jpg", ".jpeg", ".png", ".webp"};
    // File systems limit the names of files, and ".1920.webp" is added to this one.
    constexpr std::size_t longest_name = 245;
    const std::size_t name = target.size() - (target.rfind('/') + 1);
    if (!target.starts_with('/') || name > longest_name) return false;
    return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) {
        return target.size() > ending.size() &&
               std::equal(ending.rbegin(), ending.rend(), target.rbegin(),
                          [](char a, char b) { return a == b || (b >= 'A' && a == (b | 0x20)); });
    });
}

std::span<const int> widths_of_picture(std::string_view target, int width) {
    if (!has_standard_widths(target)) return {};
    const int* const first = standard_picture_widths.data();
    return {first, std::lower_bound(first, first + standard_picture_widths.size(), width)};
}

std::string picture_of_width(std::string_view target, int width) {
    return std::string(target) + "." + std::to_string(width) + ".webp";
}

std::string fitting_picture(std::string_view target, int width, int wanted) {
    for (const int each : widths_of_picture(target, width)) {
        if (each >= wanted) return picture_of_width(target, each);
    }
    return std::string(target);
}

std::string_view shown_sizes(Style style) {
    switch (style) {
        case Style::lead_picture:
            return "(min-width:1100px) 582px,(min-width:760px) 62vw,calc(100vw - 36px)";
        case Style::grid_picture:
            return "(min-width:1100px) 291px,(min-width:760px) 30vw,calc(100vw - 36px)";
        case Style::card_picture: return "(min-width:760px) 220px,calc(100vw - 36px)";
        case Style::recent_picture:
            return "88px";  // 76 wide, but the height of 1.5 to 1 requires 88
        case Style::list_portrait: return "96px";
        case Style::author_portrait: return "80px";
        case Style::byline_portrait: return "40px";
        default: return "(min-width:1100px) 680px,calc(100vw - 36px)";
    }
}

}  // namespace broadsheet::page
