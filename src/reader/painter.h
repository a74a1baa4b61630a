// Draws the part of a page under the canvas, as ImGui draw lists.
//
// Coordinates are device pixels of the canvas. The vertical position of words is rounded to whole
// pixels, as in browsers. The horizontal position is rounded to a fraction of a pixel: a quarter
// below two device pixels per CSS pixel, otherwise a half. The difference from the browser's own
// text is not visible.
#pragma once

#include <imgui.h>

#include <cstddef>
#include <string_view>
#include <vector>

#include "layout/layout.h"
#include "reader/imgui_session.h"
#include "reader/pictures.h"
#include "reader/word_atlas.h"

namespace broadsheet::reader {

// The mouse pointer.
struct Pointer {
    float x = -1;  // page coordinates, CSS pixels; negative: none
    float y = -1;
    bool pressed = false;
};

// Draws pages.
class Painter {
  public:
    explicit Painter(Host& host) : host_(host), atlas_(host), pictures_(host) {}

    void paint(const layout::Layout& layout, const CanvasArea& area, const Pointer& pointer,
               const theme::Palette& palette);
    // Draws at most `new_words` words of the area that are missing in the atlas. Returns true if
    // none is missing.
    bool prepare(const layout::Layout& layout, const CanvasArea& area,
                 const theme::Palette& palette, std::size_t new_words);
    // Discards all textures, after a new device pixel ratio, a lost context or changed fonts.
    void forget_textures();
    // Must be called after the layout was replaced, because its boxes no longer exist.
    void layout_changed();
    // Sets the horizontal scroll position, in CSS pixels, of the box with this scroller number.
    void scroll_sideways(int scroller, float x);
    // `fade`: the picture fades in.
    void picture_arrived(int id, bool usable, bool fade) { pictures_.arrived(id, usable, fade); }
    bool misses_pictures() const { return pictures_.missing(); }

    const WordAtlas& atlas() const { return atlas_; }
    int painted_words() const { return painted_words_; }

  private:
    struct Ground;  // one frame's state

    void size_atlas(const CanvasArea& area);
    void paint_page(const layout::Layout& layout, Ground& ground);
    void paint_box(const layout::Box& box, Ground& ground, const page::Node* link);
    void paint_frame(const layout::Box& box, Ground& ground);
    void paint_borders(const layout::Box& box, Ground& ground);
    void paint_picture(const page::Node& node, const layout::Rect& rect, float radius,
                       Ground& ground);
    void paint_hyphen(const layout::Box& box, const layout::Line& line, Ground& ground);
    void paint_text(const layout::Box& box, Ground& ground, const page::Node* link);
    void paint_word(std::string_view text, layout::FontId font, theme::Ink ink, float x,
                    float baseline, float width, bool right_to_left, Ground& ground);
    void paint_marker(const layout::Box& box, Ground& ground);
    bool is_hovered(const page::Node* link, const layout::Rect& rect, Ground& ground);

    Host& host_;
    ImGuiSession session_;
    WordAtlas atlas_;
    Pictures pictures_;
    std::vector<float> sideways_;  // by scroller number, from 1
    const page::Node* hovered_link_ = nullptr;
    float atlas_ratio_ = 0;
    int painted_words_ = 0;
};

}  // namespace broadsheet::reader
