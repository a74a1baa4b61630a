// Functions that web/host.js calls. Strings are pointers to UTF-8 that the caller owns and frees.
#include <string_view>

#include "host_web/browser.h"
#include "host_web/web_host.h"
#include "reader/reader.h"

namespace {

using broadsheet::reader::AddressChange;
using broadsheet::reader::Arrival;
using broadsheet::reader::Reader;
using broadsheet::reader::Viewport;
using broadsheet::reader::Visit;

broadsheet::host_web::WebHost& host() {
    static broadsheet::host_web::WebHost only;
    return only;
}

Reader& reader() {
    static Reader only(host());
    return only;
}

Visit visit_of(const char* path, const char* fragment, int address, float scroll) {
    return {path, fragment, static_cast<AddressChange>(address), scroll};
}

}  // namespace

extern "C" {

void reader_connect() { browser_connect(); }

void reader_start(const char* base_path, const char* site_url, const char* settings, int dark,
                  int can_share, const char* voices, const char* path, const char* fragment,
                  float scroll, int has_content, float width, float media_width, float height,
                  float ratio, float layout_unit, float text_base) {
    reader().start(
        {base_path, site_url, settings, dark != 0, can_share != 0, voices, has_content != 0},
        visit_of(path, fragment, static_cast<int>(AddressChange::none), scroll),
        Viewport{width, media_width, height, ratio, layout_unit, text_base});
}

void reader_open(const char* path, const char* fragment, int address, float scroll) {
    reader().open(visit_of(path, fragment, address, scroll));
}

void reader_file(int request, int found, const char* bytes, int length) {
    reader().file_arrived(request, static_cast<Arrival>(found),
                          std::string_view(bytes, static_cast<std::size_t>(length)));
}

void reader_resized(float width, float media_width, float height, float ratio, float layout_unit,
                    float text_base) {
    static float last_ratio = ratio;
    if (ratio != last_ratio) host().forget_measures();
    last_ratio = ratio;
    reader().resized(Viewport{width, media_width, height, ratio, layout_unit, text_base});
}

void reader_magnified(float scale, float left, float top, float width, float height) {
    reader().magnified({scale, left, top, width, height});
}

void reader_scrolled(float y) { reader().scrolled(y); }

void reader_scrolled_sideways(int scroller, float x) { reader().scrolled_sideways(scroller, x); }

void reader_color_scheme(int dark) { reader().color_scheme_changed(dark != 0); }

void reader_pointer(float x, float y, int pressed) { reader().pointer_moved(x, y, pressed != 0); }

void reader_picture(int id, int usable) { reader().picture_arrived(id, usable != 0); }

void reader_surface() {
    host().forget_measures();
    reader().surface_changed();
}

void reader_text_layer_lost() { reader().text_layer_lost(); }

void reader_boxes_changed(const char* records) { reader().boxes_changed(records); }

void reader_button(const char* action, const char* key) {
    reader().button_pressed(broadsheet::page::action_of(action), key);
}

void reader_toggled(const char* key, int open) { reader().toggled(key, open != 0); }

void reader_search_typed(const char* query) { reader().search_typed(query); }

void reader_search_answer(const char* answer) {
    reader().search_answered(broadsheet::search::read_answer(answer));
}

void reader_frame() { reader().frame(); }

void reader_step() { reader().step(); }

const char* reader_places() {
    static std::string places;
    places = broadsheet::layout::word_places(reader().layout());
    return places.c_str();
}
}
