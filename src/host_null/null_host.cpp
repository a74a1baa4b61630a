#include "host_null/null_host.h"

#include <imgui.h>

namespace broadsheet::host_null {

void NullHost::fetch(int request, std::string_view file) {
    requests.emplace_back(request, file);
    fetched.emplace_back(file);
}

void NullHost::show_address(std::string_view new_path, std::string_view new_fragment,
                            reader::AddressChange change) {
    path = new_path;
    fragment = new_fragment;
    address = change;
}

void NullHost::show_document(std::string_view new_title, std::string_view new_language,
                             bool new_right_to_left, std::string_view new_head) {
    head = new_head;
    title = new_title;
    language = new_language;
    right_to_left = new_right_to_left;
}

void NullHost::patch_text_layer(std::string_view operations) { text_layer_operations = operations; }

void NullHost::place_canvas(const reader::CanvasArea& area) { canvas = area; }

void NullHost::resize_atlas(int, int) { ++atlas_resets; }

void NullHost::raster(std::span<const reader::RasterWord> words, int, int) {
    for (const reader::RasterWord& word : words) rastered.emplace_back(word.text);
}

void NullHost::load_picture(int id, std::string_view target, int, int) {
    pictures.emplace_back(id, target);
}

void NullHost::present(const ImDrawData& data, std::uint32_t ground_color) {
    ++frames_presented;
    ground = ground_color;
    vertices = data.TotalVtxCount;
    draw_calls = 0;
    for (const ImDrawList* list : data.CmdLists) draw_calls += list->CmdBuffer.Size;
}

}  // namespace broadsheet::host_null
