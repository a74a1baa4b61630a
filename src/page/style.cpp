#include "page/style.h"

#include <algorithm>
#include <cmath>

#include "page/style_names.h"

namespace broadsheet::page {

std::string_view class_name(Style style) {
    const std::string_view selector = selector_of(style);
    return selector.substr(selector.empty() ? 0 : 1);
}

int point_step(double points) {
    return std::clamp(static_cast<int>(std::lround(points * 4)), smallest_point_step,
                      largest_point_step);
}

}  // namespace broadsheet::page
