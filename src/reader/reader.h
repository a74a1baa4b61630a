// The reader's program: state and events. The host calls one method for each thing that happens;
// each returns at once, and asks for a frame where something is to be drawn. Nothing happens
// between events: an idle page costs nothing.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/composition.h"
#include "reader/canvas_placement.h"
#include "reader/host.h"
#include "reader/loader.h"
#include "reader/mirror.h"
#include "reader/navigation.h"
#include "reader/painter.h"
#include "views/view.h"

namespace broadsheet::reader {

// What a reader's device and browser say of themselves and their reader.
struct Surroundings {
    std::string base_path = "/";  // ends with '/'
    std::string site_url;         // address of the site's root, without trailing '/'
    std::string settings;         // as kept by Host::keep_settings
    bool dark = false;            // what the device prefers
    bool can_share = false;       // it has a share sheet
};

class Reader {
  public:
    explicit Reader(Host& host) : host_(host), painter_(host), navigation_(host) {}

    void start(const Surroundings& surroundings, const Visit& visit, const Viewport& viewport);
    void open(const Visit& visit);
    void file_arrived(int request, bool found, std::string_view bytes);
    void resized(const Viewport& viewport);
    void scrolled(float y);
    // Pinch zoom changed, or what of the page is magnified.
    void magnified(const Magnified& magnified);
    void scrolled_sideways(int box, float x);
    void color_scheme_changed(bool dark);
    void pointer_moved(float x, float y, bool pressed);
    void picture_arrived(int id, bool usable);
    // Fonts arrived or the graphics context came back: everything is measured and drawn anew.
    void surface_changed();
    void button_pressed(page::Action action);
    // A details element was opened or closed, by the reader or by the browser's search in the page.
    void toggled(std::string_view key, bool open);
    void search_typed(std::string_view query);
    void search_answered(const search::Answer& answer);
    void frame();
    // Goes on with what was too long for one task (Host::request_step).
    void step();

    const page::Page& page() const { return page_; }
    const layout::Layout& layout() const { return layout_; }
    const Painter& painter() const { return painter_; }

  private:
    // What is next on the first page's way to the canvas.
    enum class Step : std::uint8_t {
        none,
        view,
        canvas,
        compose,
        measure,
        place,
        words,
        mirror,
        patch
    };

    void request_missing();
    void show();
    bool make_page();
    void arrive();
    bool take_step();
    bool draw_ahead();
    void show_failure(std::string_view what);
    views::ReaderState state() const;
    theme::Viewing viewing() const;
    bool is_dark() const;
    // The page as the state now has it, at the same place.
    void refresh();
    void close_menus();
    void give_words();
    void ask_search(const search::Request& request);
    addresses::Route route_of(std::string_view path) const;
    // What the results' page shows.
    std::optional<search::Request> request_of(const addresses::Route& route) const;
    void mark_section();
    void show_document();
    void lay_out();
    std::string mirror_changes();
    void layout_changed(std::string_view mirror_changes);
    void place_canvas(bool force);
    const theme::Palette& palette();
    void hand_over();

    Host& host_;
    Painter painter_;
    Loader loader_;
    Mirror mirror_;
    Surroundings surroundings_;
    ui::Settings settings_;
    std::map<std::string, bool> disclosures_;
    std::string typed_;                              // in the search field over the page
    std::optional<search::Answer> found_;            // for it
    std::optional<search::Answer> results_;          // of the results' page
    std::map<std::string, std::string> themed_for_;  // changes that `theme_` has
    theme::Theme theme_ = theme::default_theme();
    std::string failure_;   // what the page tells instead of its content
    std::string language_;  // of the page that stands
    std::string marked_section_;
    std::vector<std::pair<std::string, float>> headings_;  // fragment and top
    Viewport viewport_;
    float scroll_y_ = 0;
    Pointer pointer_;
    page::Page page_;
    std::optional<layout::Composition> composition_;  // of the first page, while it is prepared
    Step step_ = Step::none;
    std::string mirror_changes_;  // of the first page, on their way
    layout::Layout layout_;
    CanvasPlacement canvas_;
    bool needs_layout_ = false;
    bool words_ahead_ = false;  // the atlas has those below the canvas
    bool handed_over_ = false;
    int frames_before_hand_over_ = 0;
    bool shown_once_ = false;
    Navigation navigation_;
};

}  // namespace broadsheet::reader
