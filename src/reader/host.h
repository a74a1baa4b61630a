// The interface between the reader and its environment: the browser, or a dummy in tests. The
// reader uses nothing else. Every call returns immediately. Results arrive as events (reader.h).
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

// The window. Lengths are CSS pixels.
struct Viewport {
    float width = 1280;        // of the page, without the scrollbar
    float media_width = 1280;  // with the scrollbar, as in CSS media queries
    float height = 800;
    float device_pixel_ratio = 1;
    float layout_unit = 0;  // see theme::ReadingSetup
    float text_base = 1;    // see theme::ReadingSetup

    bool operator==(const Viewport&) const = default;
};

// The part of the page that the canvas covers, in CSS pixels, and its device pixels per CSS pixel.
struct CanvasArea {
    float left = 0;
    float top = 0;
    float width = 0;
    float height = 0;
    float device_pixel_ratio = 1;
};

// A word that the browser draws into the word atlas. Lengths are device pixels.
struct RasterWord {
    std::string_view text;
    layout::FontId font = 0;
    std::uint32_t color = 0;  // 0xRRGGBB
    float x = 0;              // text origin, from the left of the strip
    float baseline = 0;       // from the top of the strip
    bool right_to_left = false;
};

// How the address bar changes.
enum class AddressChange : std::uint8_t {
    push,     // add an entry to the history
    replace,  // replace the current entry
    none,     // the address is already correct (back, forward, first page)
};

// What the reader requires of its environment.
class Host {
  public:
    virtual ~Host() = default;

    virtual layout::TextMeasure& text_measure() = 0;
    virtual model::Day today() = 0;
    virtual std::int64_t now() = 0;  // seconds since 1970-01-01T00:00:00Z

    // Fetches a file, then calls Reader::file_arrived. `file` is relative to the bundle's folder,
    // or a file of hyphenation patterns in the program's folder. The manifest is always
    // revalidated; all other files are immutable.
    virtual void fetch(int request, std::string_view file) = 0;

    // Calls Reader::frame before the next repaint, once for any number of requests.
    virtual void request_frame() = 0;

    // Calls Reader::step in a separate task: soon, or when the browser is idle. Other events may
    // come first.
    virtual void request_step(bool when_idle) = 0;

    virtual void show_address(std::string_view path, std::string_view fragment,
                              AddressChange change) = 0;
    // `head`: the elements of page::head_elements, as records that end with U+001E; their fields
    // end with U+001F: element, text, then names and values of attributes. Empty: they stay.
    virtual void show_document(std::string_view title, std::string_view language,
                               bool right_to_left, std::string_view head) = 0;
    // Loads `target` in the browser, which ends the reader.
    virtual void leave(std::string_view target) = 0;
    // Reports that the reader cannot start. The prerendered HTML stays visible, and its links load
    // pages.
    virtual void give_up(std::string_view reason) = 0;
    // Saves the settings for the next visit and applies them to the style sheet. `settings` has the
    // form of ui::settings_text.
    virtual void keep_settings(std::string_view settings) = 0;
    // Marks the current section in the table of contents next to the text; empty: none.
    virtual void mark_section(std::string_view fragment) = 0;
    // Phrases for web/host.js, separated by U+001F: copied; copying not allowed; loading; picture
    // without alternative text; close; newer edition available; show the newer edition.
    virtual void set_phrases(std::string_view words) = 0;
    virtual void show_loading(bool loading) = 0;
    // Announces a new page to screen readers and moves the focus to its heading.
    virtual void page_changed(std::string_view title) = 0;
    virtual void scroll_to(float y) = 0;
    virtual void scroll_to_fragment(std::string_view fragment) = 0;

    // Sends a request to the search index with this root file, then calls Reader::search_answered.
    // A new request replaces an unanswered one. An empty query only loads the search.
    virtual void search(std::string_view root, const search::Request& request) = 0;

    // Applies changes to the text layer, encoded as in `text_layer.h`.
    virtual void patch_text_layer(std::string_view operations) = 0;

    virtual void place_canvas(const CanvasArea& area) = 0;
    virtual void resize_atlas(int width, int height) = 0;
    // Clears rows [y, y + height) of the atlas and draws words into them.
    virtual void raster(std::span<const RasterWord> words, int y, int height) = 0;
    // Loads a picture, scaled to a size in device pixels, into texture `id`, then calls
    // Reader::picture_arrived.
    virtual void load_picture(int id, std::string_view target, int width, int height) = 0;
    virtual void drop_picture(int id) = 0;
    // True if the user prefers reduced motion.
    virtual bool reduces_motion() = 0;
    virtual void present(const ImDrawData& data, std::uint32_t ground) = 0;
    // Called after the first frame. The text of the HTML may now become transparent.
    virtual void hand_over() = 0;
};

// Texture 0 is the word atlas. Pictures have numbers from 1.
inline constexpr int atlas_texture = 0;

}  // namespace broadsheet::reader
