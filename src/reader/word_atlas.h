// Words as the browser draws them, kept in one texture of fixed size. Full means emptied: what is
// on the screen is drawn again in the same frame, everything else when it is next seen. (A screen
// of text fills about a tenth of the atlas, so that is rare, and costs some milliseconds.)
#pragma once

#include <cstddef>
#include <cstdint>
#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "reader/host.h"

namespace broadsheet::reader {

// Where a word stands in the atlas. Device pixels; `left` and `ascent` lead from the text's origin
// to the cell's top left corner.
struct AtlasCell {
    int x = 0;
    int y = 0;
    int width = 0;
    int height = 0;
    int left = 0;
    int ascent = 0;
};

class WordAtlas {
  public:
    explicit WordAtlas(Host& host) : host_(host) {}

    // Forgets all words; for a new pixel ratio or screen.
    void reset(int width, int height);

    // Starts to collect the words of a frame, at most so many new ones; `flush` draws them.
    void begin_frame(std::size_t new_words = std::numeric_limits<std::size_t>::max());
    // The cell of a word `width` device pixels wide, its origin `phase` (0–1) device pixels right
    // of the grid. Nothing where there are enough new ones, or where it found no room: then all of
    // the frame must be asked for again after `reset`.
    const AtlasCell* find(std::string_view text, layout::FontId font, float size, float width,
                          std::uint32_t color, int phase, int phases, bool right_to_left);
    void flush();

    // True where `find` may have answered nothing because there were enough new words.
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
    int frame_top_ = 0;  // rows from here on belong to this frame
    std::unordered_map<std::string, AtlasCell> cells_;
    std::vector<Wanted> wanted_;
    std::size_t new_words_ = 0;
};

}  // namespace broadsheet::reader
