#include "reader/pictures.h"

#include <algorithm>
#include <cmath>

#include "page/picture_sizes.h"

namespace broadsheet::reader {

namespace {

constexpr std::size_t kept_bytes = 96U << 20U;
constexpr std::size_t bytes_per_pixel = 4;
constexpr int fade_steps = 9;  // frames: 150 ms on most screens
// A file with a few pixels less looks the same. Often the page's HTML has loaded it already,
// because its `sizes` do not know what a box cuts off.
constexpr float near_enough = 0.93F;

// The width of the picture if it covers a box.
float covering_width(const page::Node& image, float width, float height) {
    if (image.width <= 0 || image.height <= 0) return width;
    return std::max(width,
                    height * static_cast<float>(image.width) / static_cast<float>(image.height));
}

}  // namespace

std::string file_for_box(const page::Node& image, float width, float height) {
    return page::fitting_picture(
        image.target, image.width,
        static_cast<int>(near_enough * covering_width(image, width, height)));
}

void Pictures::begin_frame() {
    ++frame_;
    fading_ = false;
}

Pictures::Texture Pictures::find(const page::Node& image, const std::string& file, int width,
                                 int height) {
    if (width <= 0 || height <= 0 || file.empty()) return {};
    const std::string key = file + '\n' + std::to_string(width) + 'x' + std::to_string(height);
    Picture& picture = pictures_[key];
    const bool first_in_frame = picture.last_seen != frame_;
    picture.last_seen = frame_;
    if (picture.id == 0) {
        picture.id = ++last_id_;
        const float covering =
            covering_width(image, static_cast<float>(width), static_cast<float>(height));
        const float scale = covering / static_cast<float>(std::max(1, image.width));
        picture.width = static_cast<int>(std::lround(covering));
        picture.height = std::max(
            height, static_cast<int>(std::lround(static_cast<float>(image.height) * scale)));
        host_.load_picture(picture.id, file, picture.width, picture.height);
    }
    if (picture.state != State::ready) return {};
    if (picture.fade_steps > 0 && first_in_frame) --picture.fade_steps;
    fading_ = fading_ || picture.fade_steps > 0;
    // Crops between two pixels, so that the picture stays sharp.
    const auto share = [](int part, int whole) {
        return static_cast<float>(part) / static_cast<float>(whole);
    };
    const int left = (picture.width - width) * image.focus_x / 10;
    const int top = (picture.height - height) * image.focus_y / 10;
    return {picture.id,
            1 - share(picture.fade_steps, fade_steps),
            share(left, picture.width),
            share(top, picture.height),
            share(left + width, picture.width),
            share(top + height, picture.height)};
}

void Pictures::end_frame() {
    if (fading_) host_.request_frame();
    const auto bytes_of = [](const Picture& picture) {
        return static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height) *
               bytes_per_pixel;
    };
    std::size_t bytes = 0;
    for (const auto& [key, picture] : pictures_) bytes += bytes_of(picture);
    while (bytes > kept_bytes) {
        auto oldest = pictures_.end();
        for (auto at = pictures_.begin(); at != pictures_.end(); ++at) {
            if (at->second.last_seen == frame_) continue;
            if (oldest == pictures_.end() || at->second.last_seen < oldest->second.last_seen) {
                oldest = at;
            }
        }
        if (oldest == pictures_.end()) return;
        bytes -= bytes_of(oldest->second);
        host_.drop_picture(oldest->second.id);
        pictures_.erase(oldest);
    }
}

bool Pictures::missing() const {
    return std::any_of(pictures_.begin(), pictures_.end(), [&](const auto& each) {
        return each.second.last_seen == frame_ && each.second.state == State::loading;
    });
}

void Pictures::arrived(int id, bool usable, bool fade) {
    for (auto& [key, picture] : pictures_) {
        if (picture.id != id) continue;
        picture.state = usable ? State::ready : State::failed;
        picture.fade_steps = fade ? fade_steps : 0;
        return;
    }
    host_.drop_picture(id);  // no longer needed
}

void Pictures::forget_all() {
    for (const auto& [key, picture] : pictures_) host_.drop_picture(picture.id);
    pictures_.clear();
}

}  // namespace broadsheet::reader
