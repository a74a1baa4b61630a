// Work that is too long for one task: preparing the first page for the canvas, and drawing the
// words below it.
#include <cstddef>
#include <limits>
#include <utility>

#include "reader/reader.h"

namespace broadsheet::reader {

namespace {

constexpr std::size_t measured_in_a_step = 200;  // words
constexpr std::size_t drawn_in_a_step = 150;

}  // namespace

void Reader::step() {
    const bool ahead = step_ == Step::none;
    if (ahead ? draw_ahead() : take_step()) host_.request_step(ahead);
}

// Draws the words below the canvas in advance, so that the frame that shows them is short. Returns
// true if there may be more.
bool Reader::draw_ahead() {
    if (words_ahead_ || !shown_once_ || canvas_.is_magnified()) return false;
    CanvasArea ahead = canvas_.area();
    ahead.top += ahead.height;
    ahead.height = viewport_.height;
    words_ahead_ = painter_.prepare(layout_, ahead, palette(), drawn_in_a_step);
    return !words_ahead_;
}

// Returns true if there is more to do.
bool Reader::take_step() {
    switch (step_) {
        case Step::none: break;
        case Step::view:
            step_ = Step::none;
            if (!make_page()) return false;
            step_ = Step::canvas;
            break;
        case Step::canvas:
            // Assumes a long page. The graphics context is initialised while words are measured.
            canvas_.place(viewport_, std::numeric_limits<float>::max(), scroll_y_, true);
            host_.place_canvas(canvas_.area());
            step_ = Step::compose;
            break;
        case Step::compose:
            composition_.emplace(page_, reading(), host_.text_measure(), hyphenator());
            step_ = Step::measure;
            break;
        case Step::measure:
            if (composition_->measure(measured_in_a_step)) step_ = Step::place;
            break;
        case Step::place:
            layout_ = composition_->place(viewport_.width);
            composition_.reset();
            place_canvas(true);
            host_.place_canvas(canvas_.area());
            step_ = Step::words;
            break;
        // Words are drawn before the text layer changes, because that keeps the graphics busy.
        case Step::words:
            if (painter_.prepare(layout_, canvas_.area(), palette(), drawn_in_a_step)) {
                step_ = Step::text_layer;
            }
            break;
        case Step::text_layer:
            // The changes of an abandoned attempt were not applied, so the layer is made from
            // nothing.
            text_layer_.forget();
            text_layer_changes_ = text_layer_changes();
            step_ = Step::patch;
            break;
        case Step::patch:
            step_ = Step::none;
            layout_changed(std::exchange(text_layer_changes_, {}));
            arrive();
            host_.request_frame();
            return false;
    }
    return true;
}

theme::ReadingSetup Reader::reading() const {
    const model::Site& site = loader_->publication().site;
    theme::ReadingSetup reading;
    reading.breakpoint = theme::breakpoint_for(viewport_.media_width);
    reading.text_step = settings_.text_step;
    reading.text_base = viewport_.text_base;
    reading.sans = settings_.sans;
    reading.justified = lines() == model::TextLines::justified;
    reading.even = lines() == model::TextLines::even;
    reading.hanging = ui::is_on(settings_.hanging, site.hanging);
    reading.drop_caps = ui::is_on(settings_.drop_caps, site.drop_caps);
    reading.indented = ui::is_on(settings_.indented, site.indented);
    reading.figures = static_cast<theme::Figures>(ui::figures_of(settings_, site));
    reading.pixel_ratio = viewport_.device_pixel_ratio;
    reading.layout_unit = viewport_.layout_unit;
    if (settings_.width == ui::LineWidth::narrow) reading.measure = theme::Measure::narrow;
    if (settings_.width == ui::LineWidth::wide) reading.measure = theme::Measure::wide;
    return reading;
}

}  // namespace broadsheet::reader
