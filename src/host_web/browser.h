// Functions that web/host.js implements: each is the method of that name of its object,
// `Module.host`. This header is their only definition. make_calls.mjs makes the calls from it, and
// says how parameters become arguments. Strings are UTF-8. Lists of strings are joined by U+001F.
#pragma once

#include <cstddef>
#include <cstdint>

extern "C" {
void browser_connect();
void browser_font(int id, int family, double size, int weight, int italic, double tracking,
                  int upper);
void browser_measure(const char* texts, std::size_t length, const unsigned short* fonts /*[count]*/,
                     float* widths /*[count]*/, int count);
// `formulas`: for each formula its size in pixels, "1" if it has lines of its own, otherwise "2" if
// it has large operators, and its content. Writes three lengths for each to `sizes`.
void browser_measure_formulas(const char* formulas, std::size_t length,
                              float* sizes /*[3 * count]*/, int count);
// Writes byte offsets of word ends to `ends`, at most one per byte of the text. Returns their
// number.
int browser_word_ends(const char* text, std::size_t length, std::uint32_t* ends /*[length]*/);
double browser_baseline(int font, double line_height);
int browser_today();  // year * 10000 + month * 100 + day, local time
void browser_fetch(int request, const char* file, std::size_t length);
void browser_request_frame();
void browser_request_step(int when_idle);
void browser_show_address(const char* path, std::size_t path_length, const char* fragment,
                          std::size_t fragment_length, int change);
void browser_show_document(const char* title, std::size_t title_length, const char* language,
                           std::size_t language_length, int right_to_left, const char* head,
                           std::size_t head_length);
void browser_leave(const char* target, std::size_t length);
void browser_give_up(const char* reason, std::size_t length);
void browser_keep_settings(const char* settings, std::size_t length);
void browser_mark_section(const char* fragment, std::size_t length);
void browser_set_phrases(const char* words, std::size_t length);
void browser_show_loading(int loading);
void browser_page_changed(const char* title, std::size_t length);
void browser_scroll_to(double y);
void browser_scroll_to_fragment(const char* fragment, std::size_t length);
void browser_search_for(const char* folder, std::size_t folder_length, const char* request,
                        std::size_t request_length);
void browser_patch_text_layer(const char* operations, std::size_t length);
void browser_place_canvas(double left, double top, double width, double height, double ratio);
void browser_resize_atlas(int width, int height);
void browser_raster(const char* texts, std::size_t length, const unsigned short* fonts /*[count]*/,
                    const unsigned* colors /*[count]*/, const float* positions /*[2 * count]*/,
                    int count, int y, int height);
void browser_load_picture(int id, const char* target, std::size_t length, int width, int height);
void browser_drop_picture(int id);
int browser_reduces_motion();
void browser_present(const void* vertices /*[vertex_bytes]*/, std::size_t vertex_bytes,
                     const void* indices /*[index_bytes]*/, std::size_t index_bytes,
                     const float* commands /*[7 * count]*/, int count, unsigned ground);
void browser_hand_over();
}
