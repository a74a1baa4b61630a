#include "reader/word_atlas.h"

#include <algorithm>
#include <cmath>

namespace broadsheet::reader {

namespace {

// Space around a word for parts of letters outside the advance width, and above and below the size.
constexpr float side_bearing = 0.22F;
constexpr float above = 1.2F;
constexpr float below = 0.55F;
constexpr int white_cell = 4;  // the corner used for solid areas

template <typename T>
void append_bytes(std::string& key, T value) {
    key.append(reinterpret_cast<const char*>(&value), sizeof value);
}

}  // namespace

void WordAtlas::reset(int width, int height) {
    if (width != width_ || height != height_) host_.resize_atlas(width, height);
    width_ = width;
    height_ = height;
    cells_.clear();
    wanted_.clear();
    shelf_x_ = 0;
    shelf_y_ = white_cell;
    shelf_height_ = 0;
    frame_top_ = shelf_y_;
}

void WordAtlas::begin_frame(std::size_t new_words) {
    new_words_ = new_words;
    // Each frame begins a new shelf, because the rows above are already drawn.
    shelf_y_ += shelf_height_;
    shelf_height_ = 0;
    shelf_x_ = 0;
    frame_top_ = shelf_y_;
    wanted_.clear();
}

bool WordAtlas::place(int width, int height, int& x, int& y) {
    if (width > width_) return false;
    if (shelf_x_ + width > width_) {
        shelf_y_ += shelf_height_;
        shelf_x_ = 0;
        shelf_height_ = 0;
    }
    if (shelf_y_ + std::max(height, shelf_height_) > height_) return false;
    x = shelf_x_;
    y = shelf_y_;
    shelf_x_ += width;
    shelf_height_ = std::max(shelf_height_, height);
    return true;
}

const AtlasCell* WordAtlas::find(std::string_view text, layout::FontId font, float size,
                                 float width, std::uint32_t color, int phase, int phases,
                                 bool right_to_left) {
    std::string key(text);
    append_bytes(key, font);
    append_bytes(key, color);
    append_bytes(key, static_cast<char>(right_to_left ? phase + 8 : phase));
    if (const auto found = cells_.find(key); found != cells_.end()) return &found->second;
    if (has_enough()) return nullptr;

    AtlasCell cell;
    const int bearing = static_cast<int>(std::ceil(size * side_bearing)) + 1;
    cell.left = -bearing;
    cell.ascent = static_cast<int>(std::ceil(size * above));
    cell.width = std::min(static_cast<int>(std::ceil(width)) + 2 * bearing + 1, width_);
    cell.height = cell.ascent + static_cast<int>(std::ceil(size * below));
    if (!place(cell.width, cell.height, cell.x, cell.y)) return nullptr;
    const float offset = static_cast<float>(phase) / static_cast<float>(phases);
    wanted_.push_back({std::string(text), font, color,
                       static_cast<float>(cell.x + bearing) + offset, cell.y + cell.ascent,
                       right_to_left});
    return &cells_.emplace(std::move(key), cell).first->second;
}

void WordAtlas::flush() {
    if (wanted_.empty()) return;
    std::vector<RasterWord> words;
    words.reserve(wanted_.size());
    for (const Wanted& wanted : wanted_) {
        words.push_back({wanted.text, wanted.font, wanted.color, wanted.x,
                         static_cast<float>(wanted.baseline - frame_top_), wanted.right_to_left});
    }
    host_.raster(words, frame_top_, shelf_y_ + shelf_height_ - frame_top_);
    wanted_.clear();
}

}  // namespace broadsheet::reader
