#include "reader/canvas_placement.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::reader {

namespace {

// The height of the canvas, in windows.
constexpr float canvas_screens = 1.75F;
// While the page scrolls, the canvas is redrawn if less than this part of a window is left ahead.
constexpr float margin_ahead = 0.3F;
// The part of a window that a canvas placed during a scroll keeps behind, for a turn. The rest lies
// ahead, so that a busy machine may be late by several frames before blank paper shows.
constexpr float kept_behind = 0.15F;
// Under pinch zoom, the canvas extends beyond the visible area by this part of it on each side.
constexpr float magnified_margin = 0.3F;
// The maximum resolution: finer than the eye can see, but coarse enough for the longest words to
// fit into the word atlas.
constexpr float finest_ratio = 8;

// Rounding to whole device pixels aligns the canvas's pixels with those of the screen.
float round_down(float length, float ratio) { return std::floor(length * ratio) / ratio; }
float round_up(float length, float ratio) { return std::ceil(length * ratio) / ratio; }

}  // namespace

bool CanvasPlacement::place(const Viewport& viewport, float page_height, float scroll_y,
                            bool force) {
    if (is_magnified()) return place_magnified(viewport, page_height, force);
    const float page = std::max(page_height, viewport.height);
    const float height = std::ceil(std::min(page, viewport.height * canvas_screens));
    const float lowest = std::max(0.0F, page - height);
    // A jump says nothing about the direction of the next scroll.
    const float step = scroll_y - scroll_y_;
    const float moved = std::fabs(step) < viewport.height ? step : 0;
    scroll_y_ = scroll_y;
    const float margin = viewport.height * margin_ahead;
    const float above = scroll_y - area_.top;
    const float below = area_.top + area_.height - scroll_y - viewport.height;
    const bool top_near = area_.top > 0 && above < (moved < 0 ? margin : 0);
    const bool bottom_near = area_.top < lowest && below < (moved > 0 ? margin : 0);
    const float ratio = viewport.device_pixel_ratio;
    if (!force && !top_near && !bottom_near && area_.device_pixel_ratio == ratio) return false;
    const float spare = height - viewport.height;
    const float behind = std::min(spare, viewport.height * kept_behind);
    float room_above = spare / 2;
    if (moved > 0) room_above = behind;
    if (moved < 0) room_above = spare - behind;
    const float wanted = scroll_y - room_above;
    area_ = {0, round_down(std::clamp(wanted, 0.0F, lowest), ratio), viewport.width,
             round_up(height, ratio), ratio};
    return true;
}

bool CanvasPlacement::place_magnified(const Viewport& viewport, float page_height, bool force) {
    const float ratio = std::clamp(viewport.device_pixel_ratio * magnified_.scale,
                                   viewport.device_pixel_ratio, finest_ratio);
    const bool covers = area_.left <= magnified_.left && area_.top <= magnified_.top &&
                        area_.left + area_.width >= magnified_.left + magnified_.width &&
                        area_.top + area_.height >= magnified_.top + magnified_.height;
    if (!force && covers && std::fabs(area_.device_pixel_ratio - ratio) < 0.01F) return false;
    const float page = std::max(page_height, viewport.height);
    const auto span = [&](float start, float length, float whole, float& from, float& size) {
        from = round_down(std::max(0.0F, start - length * magnified_margin), ratio);
        const float end = std::min(whole, start + length * (1 + magnified_margin));
        size = round_up(std::max(1.0F, end - from), ratio);
    };
    area_.device_pixel_ratio = ratio;
    span(magnified_.left, magnified_.width, viewport.width, area_.left, area_.width);
    span(magnified_.top, magnified_.height, page, area_.top, area_.height);
    return true;
}

}  // namespace broadsheet::reader
