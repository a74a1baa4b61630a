// The browser as the reader's host. All access to the browser is in web/*.js. This side packs
// arguments and caches widths, so that each word is measured only once.
#pragma once

#include <string>
#include <unordered_map>

#include "reader/host.h"

namespace broadsheet::host_web {

// Measures text with the browser and caches the results.
class WebMeasure : public layout::TextMeasure {
  public:
    void measure(std::span<Word> words) override;
    void measure_formulas(std::span<const Formula> formulas) override;
    float baseline(layout::FontId font, float line_height) override;
    std::vector<std::uint32_t> word_ends(std::string_view text) override;
    // Clears the caches, after a new device pixel ratio or changed fonts.
    void forget();

  protected:
    void font_added(layout::FontId id, const layout::Font& font) override;

  private:
    std::unordered_map<std::string, float> widths_;
    std::unordered_map<std::string, layout::FormulaSize> formulas_;
    std::unordered_map<std::uint64_t, float> baselines_;
    std::unordered_map<std::string, std::vector<std::uint32_t>> word_ends_;
};

// Implements Host with the functions of browser.h.
class WebHost : public reader::Host {
  public:
    layout::TextMeasure& text_measure() override { return measure_; }
    void forget_measures() { measure_.forget(); }
    model::Day today() override;
    std::int64_t now() override;
    void fetch(int request, std::string_view file) override;
    void request_frame() override;
    void request_step(bool when_idle) override;
    void show_address(std::string_view path, std::string_view fragment,
                      reader::AddressChange change) override;
    void show_document(std::string_view title, std::string_view language, bool right_to_left,
                       std::string_view head) override;
    void leave(std::string_view target) override;
    void give_up(std::string_view reason) override;
    void keep_settings(std::string_view settings) override;
    void set_phrases(std::string_view words) override;
    void mark_section(std::string_view fragment) override;
    void show_loading(bool loading) override;
    void page_changed(std::string_view title) override;
    void scroll_to(float y) override;
    void scroll_to_fragment(std::string_view fragment) override;
    void search(std::string_view folder, const search::Request& request) override;
    void patch_text_layer(std::string_view operations) override;
    void place_canvas(const reader::CanvasArea& area) override;
    void resize_atlas(int width, int height) override;
    void raster(std::span<const reader::RasterWord> words, int y, int height) override;
    void load_picture(int id, std::string_view target, int width, int height) override;
    void drop_picture(int id) override;
    bool reduces_motion() override;
    void present(const ImDrawData& data, std::uint32_t ground) override;
    void hand_over() override;

  private:
    WebMeasure measure_;
    std::string language_;  // language in which widths were measured
};

}  // namespace broadsheet::host_web
