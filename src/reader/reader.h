// The reader: state and events. The host calls a method for each event. Each returns immediately,
// and requests a frame if something must be drawn. Nothing runs between events, so an idle page
// uses no CPU time.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "layout/composition.h"
#include "layout/hyphenation.h"
#include "reader/canvas_placement.h"
#include "reader/host.h"
#include "reader/loader.h"
#include "reader/navigation.h"
#include "reader/page_changes.h"
#include "reader/painter.h"
#include "reader/text_layer.h"
#include "views/view.h"

namespace broadsheet::reader {

// Properties of the device, the browser and the site.
struct Environment {
    std::string base_path = "/";  // ends with '/'
    std::string site_url;         // URL of the site's root, without trailing '/'
    std::string settings;         // as saved by Host::keep_settings
    bool dark = false;            // the device prefers a dark scheme
    bool can_share = false;       // the device has a share sheet
    std::string voices{};         // languages that the device can read aloud: "de en fr"
    bool has_content = false;     // the loaded HTML is an entry or a list, not the page for 404
};

// What came of a request for a file.
enum class Arrival : std::uint8_t { missing, found, unreachable };

// The reader.
class Reader {
  public:
    explicit Reader(Host& host) : host_(host), painter_(host), navigation_(host) {}

    void start(const Environment& environment, const Visit& visit, const Viewport& viewport);
    void open(const Visit& visit);
    void file_arrived(int request, Arrival arrival, std::string_view bytes);
    void resized(const Viewport& viewport);
    void scrolled(float y);
    // Pinch zoom or the magnified area changed.
    void magnified(const Magnified& magnified);
    void scrolled_sideways(int box, float x);
    void color_scheme_changed(bool dark);
    void pointer_moved(float x, float y, bool pressed);
    void picture_arrived(int id, bool usable);
    // Fonts were loaded or the graphics context was restored: everything is measured and drawn
    // again.
    void surface_changed();
    // Something else changed the text layer (web/integrity.js): all of it is made again.
    void text_layer_lost() { text_layer_.forget(); }
    // Others have added, removed or hidden boxes of the page (PageChanges::take has the records),
    // or shown hidden ones again: `shown_again`.
    void boxes_changed(std::string_view records);
    // `key`: the key of the button's node.
    void button_pressed(page::Action action, std::string_view key = {});
    // A details element was opened or closed, by the user or by find in page.
    void toggled(std::string_view key, bool open);
    void search_typed(std::string_view query);
    void search_answered(const search::Answer& answer);
    void frame();
    // Continues work that is too long for one task (Host::request_step).
    void step();

    const page::Page& page() const { return page_; }
    const layout::Layout& layout() const { return layout_; }
    const Painter& painter() const { return painter_; }

  private:
    // The next step of showing the first page on the canvas.
    enum class Step : std::uint8_t {
        none,
        view,
        canvas,
        compose,
        measure,
        place,
        words,
        text_layer,
        patch
    };

    void request_missing();
    void show();
    bool make_page();
    void count_visit();
    void arrive();
    bool take_step();
    bool draw_ahead();
    // Data of the pending page are missing or invalid: what can be tried before a message is shown.
    void data_failed(views::Failure failure);
    void show_failure(views::Failure failure);
    // Goes on with what there was before the pending page was asked for anew.
    void restore_loader();
    // Lets the browser load the pending page. The current one stays until then.
    void leave(std::string_view target);
    views::ReaderState state() const;
    model::TextLines lines() const;
    std::string patterns_of(const model::Path& path) const;
    std::string missing_patterns() const;
    const layout::Hyphenator* hyphenator() const;
    theme::ReadingSetup reading() const;
    bool is_dark() const;
    // Rebuilds the page with the current state, at the same scroll position.
    void refresh();
    void close_menus();
    void give_words();
    void ask_search(const search::Request& request);
    bool leads_past_end(const search::Answer& answer);
    addresses::Route route_of(std::string_view path) const;
    // The request of the page of search results.
    std::optional<search::Request> request_of(const addresses::Route& route) const;
    void mark_section();
    void show_document();
    std::string head_records() const;
    void lay_out();
    std::string text_layer_changes();
    void layout_changed(std::string_view text_layer_changes);
    void place_canvas(bool force);
    const theme::Palette& palette();
    bool waits_for_pictures();

    Host& host_;
    Painter painter_;
    std::unique_ptr<Loader> loader_ = std::make_unique<Loader>();
    std::unique_ptr<Loader> former_loader_;  // while the pending page is asked for anew
    TextLayer text_layer_;
    Environment environment_;
    ui::Settings settings_;
    std::map<std::string, bool> disclosures_;
    std::string typed_;                              // text in the menu's search field
    std::optional<search::Answer> found_;            // answer for `typed_`
    std::optional<search::Answer> results_;          // answer for the page of search results
    std::map<std::string, std::string> themed_for_;  // changes in `theme_`
    theme::Theme theme_ = theme::default_theme();
    model::Path commented_;                  // the page whose live comments the reader asked for
    int comments_height_ = 0;                // of their frame, in CSS pixels; 0: not known yet
    std::set<std::string> shown_embeds_;     // targets of embeds shown in this visit
    std::optional<views::Failure> failure_;  // shown instead of the content
    std::string language_;                   // language of the current page
    std::string marked_section_;
    std::vector<std::pair<std::string, float>> headings_;  // fragment and top
    Viewport viewport_;
    float scroll_y_ = 0;
    Pointer pointer_;
    page::Page page_;
    PageChanges page_changes_;
    std::optional<layout::Composition> composition_;  // for the first page only
    Step step_ = Step::none;
    std::string text_layer_changes_;  // changes for the first page, not yet applied
    // By file. Those of a file that is missing are empty.
    std::map<std::string, layout::Hyphenator> hyphenators_;
    layout::Layout layout_;
    CanvasPlacement canvas_;
    bool needs_layout_ = false;
    bool words_ahead_ = false;  // the atlas contains the words below the canvas
    bool handed_over_ = false;
    int frames_before_hand_over_ = 0;
    bool shown_once_ = false;
    Navigation navigation_;
};

}  // namespace broadsheet::reader
