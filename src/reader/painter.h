// From boxes to ImGui draw lists: the part of a page that lies under the canvas.
//
// Everything is drawn in device pixels of the canvas. Words stand on whole pixels vertically, as
// browsers set text, and on a fraction of a pixel horizontally (four phases below two device pixels
// to one, two from there on), which is below what the eye tells from the browser's own text.
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

struct Pointer {
    float x = -1;  // page coordinates, CSS pixels; negative: none
    float y = -1;
    bool pressed = false;
};

class Painter {
  public:
    explicit Painter(Host& host) : host_(host), atlas_(host), pictures_(host) {}

    void paint(const layout::Layout& layout, const CanvasArea& area, const Pointer& pointer,
               const theme::Palette& palette);
    // Draws at most so many words of the area that the atlas lacks; true where it lacks none.
    bool prepare(const layout::Layout& layout, const CanvasArea& area,
                 const theme::Palette& palette, std::size_t new_words);
    // For a new device pixel ratio, a lost context, or changed fonts.
    void forget_textures();
    // The layout was replaced; what it referred to is gone.
    void layout_changed();
    // How far a box with a scroller number is scrolled sideways, CSS pixels.
    void scroll_sideways(int scroller, float x);
    // `fade`: it shall come in softly.
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
    void paint_text(const layout::Box& box, Ground& ground, const page::Node* link);
    void paint_word(std::string_view text, layout::FontId font, theme::Ink ink, float x,
                    float baseline, float width, bool right_to_left, Ground& ground);
    void paint_marker(const layout::Box& box, Ground& ground);
    bool is_hovered(const page::Node* link, const layout::Rect& rect, Ground& ground);

    Host& host_;
    ImGuiSession session_;
    WordAtlas atlas_;
    Pictures pictures_;
    std::vector<float> sideways_;  // by the number of the scroller, from 1
    const page::Node* hovered_link_ = nullptr;
    float atlas_ratio_ = 0;
    int painted_words_ = 0;
};

}  // namespace broadsheet::reader
