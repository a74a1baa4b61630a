// A texture of fixed size with the words that the browser has drawn. When it is full, it is
// emptied: visible words are drawn again in the same frame, others when they are next visible. A
// screen of text fills about a tenth of the atlas, so this is rare, and it takes a few
// milliseconds.
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "reader/host.h"

namespace broadsheet::reader {

// The position of a word in the atlas, in device pixels. `left` and `ascent` are the distances from
// the text origin to the cell's top left corner.
struct AtlasCell {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    int left = 0;
    int ascent = 0;
};

// The word atlas.
class WordAtlas {
  public:
    explicit WordAtlas(Host& host) : host_(host) {}

    // Discards all words, for a new pixel ratio or screen size.
    void reset(int width, int height);

    // Starts a frame with at most `new_words` new words, which `flush` draws.
    void begin_frame(std::size_t new_words = std::numeric_limits<std::size_t>::max());
    // The cell of a word that is `width` device pixels wide. Its origin is `phase` / `phases`
    // device pixels right of the grid. Returns null if the limit of new words is reached, or if
    // there is no space; then `reset` is required, and all words of the frame must be requested
    // again.
    const AtlasCell* find(std::string_view text, layout::FontId font, float size, float width,
                          std::uint32_t color, int phase, int phases, bool right_to_left);
    void flush();

    // True if the limit of new words is reached, so `find` may have returned null.
    bool has_enough() const { return wanted_.size() >= new_words_; }

    int width() const { return width_; }
    int height() const { return height_; }
    std::size_t word_count() const { return cells_.size(); }

  private:
    struct Wanted {
        std::string text;
        layout::FontId font;
        std::uint32_t color;
        float x;
        int baseline;
        bool right_to_left;
    };

    bool place(int width, int height, int& x, int& y);

    Host& host_;
    int width_ = 0;
    int height_ = 0;
    int shelf_x_ = 0;
    int shelf_y_ = 0;
    int shelf_height_ = 0;
    int frame_top_ = 0;  // rows from here on contain words of this frame
    std::unordered_map<std::string, AtlasCell> cells_;
    std::vector<Wanted> wanted_;
    std::size_t new_words_ = 0;
};

}  // namespace broadsheet::reader
