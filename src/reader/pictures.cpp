#include "reader/pictures.h"

namespace broadsheet::reader {

namespace {

constexpr std::size_t kept_bytes = 96U << 20U;
constexpr std::size_t bytes_per_pixel = 4;

}  // namespace

int Pictures::find(std::string_view target, int width, int height) {
    if (width <= 0 || height <= 0) return 0;
    std::string key(target);
    key += '\n' + std::to_string(width) + 'x' + std::to_string(height);
    Picture& picture = pictures_[key];
    picture.last_seen = frame_;
    if (picture.id == 0) {
        picture.id = ++last_id_;
        picture.width = width;
        picture.height = height;
        host_.load_picture(picture.id, target, width, height);
    }
    return picture.state == State::ready ? picture.id : 0;
}

void Pictures::end_frame() {
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

void Pictures::arrived(int id, bool usable) {
    for (auto& [key, picture] : pictures_) {
        if (picture.id == id) picture.state = usable ? State::ready : State::failed;
    }
}

void Pictures::forget_all() { pictures_.clear(); }

}  // namespace broadsheet::reader
