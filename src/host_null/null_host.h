// A host without a screen, for tests: files come from memory, the day is fixed, and words have
// fixed widths. It records everything that the reader requests.
#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "reader/host.h"

namespace broadsheet::host_null {

// The test's host. Its members record the reader's calls.
class NullHost : public reader::Host {
  public:
    layout::TextMeasure& text_measure() override { return measure_; }
    model::Day today() override { return {2026, 11, 23}; }
    std::int64_t now() override { return time; }
    void fetch(int request, std::string_view file) override;
    void request_frame() override { ++frames_requested; }
    void request_step(bool) override { step_requested = true; }
    void show_address(std::string_view new_path, std::string_view new_fragment,
                      reader::AddressChange change) override;
    void show_document(std::string_view new_title, std::string_view new_language,
                       bool new_right_to_left, std::string_view new_head) override;
    void leave(std::string_view target) override { left_for = target; }
    void give_up(std::string_view reason) override { gave_up = reason; }
    void keep_settings(std::string_view text) override { kept_settings = text; }
    void mark_section(std::string_view section) override { marked_section = section; }
    void set_phrases(std::string_view text) override { phrases = text; }
    void show_loading(bool loading_now) override { loading = loading_now; }
    void page_changed(std::string_view heading) override { announced = heading; }
    void scroll_to(float y) override { scroll = y; }
    void scroll_to_fragment(std::string_view target) override { scrolled_fragment = target; }
    void search(std::string_view folder, const search::Request& request) override {
        searches.emplace_back(folder, request);
    }
    void patch_text_layer(std::string_view operations) override;
    void place_canvas(const reader::CanvasArea& area) override;
    void resize_atlas(int width, int height) override;
    void raster(std::span<const reader::RasterWord> words, int y, int height) override;
    void load_picture(int id, std::string_view target, int width, int height) override;
    void drop_picture(int id) override { dropped_pictures.push_back(id); }
    bool reduces_motion() override { return less_motion; }
    void present(const ImDrawData& data, std::uint32_t ground_color) override;
    void hand_over() override { handed_over = true; }

    std::int64_t time = 1'795'392'000;  // what `now` answers: noon on the day of `today`

    // The files of the bundle's folder.
    std::map<std::string, std::string, std::less<>> files;

    // Unanswered requests: number and file, oldest first.
    std::vector<std::pair<int, std::string>> requests;
    std::vector<std::string> fetched;  // all files requested so far

    // All requests to the search: the index and the request.
    std::vector<std::pair<std::string, search::Request>> searches;
    int frames_requested = 0;
    bool step_requested = false;
    int frames_presented = 0;
    int vertices = 0;  // of the last frame
    int draw_calls = 0;
    std::uint32_t ground = 0;
    std::string path;
    std::string fragment;
    reader::AddressChange address = reader::AddressChange::none;
    std::string head;  // of the last show_document()
    std::string title;
    std::string language;
    bool right_to_left = false;
    std::string left_for;
    std::string gave_up;
    std::string kept_settings;
    std::string phrases;
    std::string marked_section;
    bool loading = false;
    std::string announced;
    float scroll = -1;
    std::string scrolled_fragment;
    std::string text_layer_operations;  // of the last patch
    reader::CanvasArea canvas;
    int atlas_resets = 0;
    std::vector<std::string> rastered;  // all words drawn into the atlas
    std::vector<std::pair<int, std::string>> pictures;
    std::vector<int> dropped_pictures;
    bool less_motion = false;
    bool handed_over = false;

  private:
    layout::FixedMeasure measure_;
};

}  // namespace broadsheet::host_null
