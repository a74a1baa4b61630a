// The world outside the reader: the browser, or in tests nothing at all. The reader reaches it
// through this interface alone. Every call returns at once; answers come back as events (reader.h).
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

#include "layout/text_measure.h"
#include "model/date.h"
#include "search/answer/answer.h"

struct ImDrawData;

namespace broadsheet::reader {

// What the reader sees through: CSS pixels and device pixels of one.
struct Viewport {
    float width = 1280;        // of the page, without scrollbar
    float media_width = 1280;  // with it, as CSS media queries count
    float height = 800;
    float device_pixel_ratio = 1;
    float layout_unit = 0;  // theme::Viewing has it

    bool operator==(const Viewport&) const = default;
};

// The part of the page that the canvas shows, CSS pixels, and its own pixels to one of them.
struct CanvasArea {
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;
    float device_pixel_ratio = 1;
};

// One word to be drawn by the browser into the word atlas. Lengths in device pixels.
struct RasterWord {
    std::string_view text;
    layout::FontId font = 0;
    std::uint32_t color = 0;  // 0xRRGGBB
    float x = 0;              // of the text's origin, from the left of the strip
    float baseline = 0;       // from the top of the strip
    bool right_to_left = false;
};

enum class AddressChange : std::uint8_t {
    push,     // a new entry in the history
    replace,  // the current entry
    none,     // the address is already there (back, forward, first page)
};

class Host {
  public:
    virtual ~Host() = default;

    virtual layout::TextMeasure& text_measure() = 0;
    virtual model::Day today() = 0;

    // Answers with Reader::file_arrived. `file` is relative to the bundle's folder. The manifest is
    // asked from the network each time, everything else is immutable.
    virtual void fetch(int request, std::string_view file) = 0;

    // Answers with Reader::frame before the next repaint, once however often it was asked for.
    virtual void request_frame() = 0;

    // Answers with Reader::step in a task of its own: soon, or when nothing else is to be done.
    // Other events may come between.
    virtual void request_step(bool when_idle) = 0;

    virtual void show_address(std::string_view path, std::string_view fragment,
                              AddressChange change) = 0;
    virtual void show_document(std::string_view title, std::string_view language,
                               bool right_to_left) = 0;
    // Leaves the program: the browser loads the address itself.
    virtual void leave(std::string_view target) = 0;
    // The program cannot begin: the readable HTML stays, and its links load pages.
    virtual void give_up(std::string_view reason) = 0;
    // `settings` as ui::settings_text writes them: kept for the next visit, and shown to the
    // style sheet.
    virtual void keep_settings(std::string_view settings) = 0;
    // The section being read, for the table of contents beside the text; empty: none.
    virtual void mark_section(std::string_view fragment) = 0;
    // The words that the browser's side says itself, separated by U+001F: what it announces when
    // something was copied, when it could not be, while a page loads; the name of a picture without
    // text, and of the button that closes it; that a newer edition is there, and what shows it.
    virtual void take_words(std::string_view words) = 0;
    virtual void show_loading(bool loading) = 0;
    // Says something to people who use a screen reader, and moves the focus to the new heading.
    virtual void page_changed(std::string_view title) = 0;
    virtual void scroll_to(float y) = 0;
    virtual void scroll_to_fragment(std::string_view fragment) = 0;

    // Asks the index whose root is a file of the bundle; answers with Reader::search_answered. A
    // new request takes the place of one that is not answered yet. An empty query only makes ready.
    virtual void search(std::string_view root, const search::Request& request) = 0;

    // Changes to the text layer, as `mirror.h` encodes them.
    virtual void patch_mirror(std::string_view operations) = 0;

    virtual void place_canvas(const CanvasArea& area) = 0;
    virtual void resize_atlas(int width, int height) = 0;
    // Draws words into rows [y, y + height) of the atlas, which are cleared first.
    virtual void raster(std::span<const RasterWord> words, int y, int height) = 0;
    // Loads a picture, scaled to the size in device pixels, into texture `id`. Answers with
    // Reader::picture_arrived.
    virtual void load_picture(int id, std::string_view target, int width, int height) = 0;
    virtual void drop_picture(int id) = 0;
    // True where the reader asked for as little movement as can be.
    virtual bool reduces_motion() = 0;
    virtual void present(const ImDrawData& data, std::uint32_t ground) = 0;
    // The first frame stands: the readable HTML may become transparent.
    virtual void hand_over() = 0;
};

// Texture 0 is the word atlas; pictures count from 1.
inline constexpr int atlas_texture = 0;

}  // namespace broadsheet::reader
