#include "reader/canvas_placement.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::reader {

namespace {

// The height of the canvas, in windows.
constexpr float canvas_screens = 1.75F;
// The canvas is redrawn if less than this part of a window is left before its edge.
constexpr float canvas_margin = 0.15F;
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
    const float margin = viewport.height * canvas_margin;
    const bool top_near = area_.top > 0 && scroll_y - area_.top < margin;
    const bool bottom_near =
        area_.top < lowest && area_.top + area_.height - scroll_y - viewport.height < margin;
    const float ratio = viewport.device_pixel_ratio;
    if (!force && !top_near && !bottom_near && area_.device_pixel_ratio == ratio) return false;
    const float wanted = scroll_y - (height - viewport.height) / 2;
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
