// The pictures near the visible part of the page. Each is a texture of exactly the size that is
// shown, made from the smallest file with enough pixels. A new picture fades in over its
// placeholder colours.
#pragma once

#include <string>
#include <unordered_map>

#include "page/page.h"
#include "reader/host.h"

namespace broadsheet::reader {

// The smallest file that covers a box of this size in device pixels, or nearly. The painter and the
// text layer both use it, so the browser fetches only one file.
std::string file_for_box(const page::Node& image, float width, float height);

// The textures of pictures.
class Pictures {
  public:
    // A picture, or its absence.
    struct Texture {
        int id = 0;         // 0: loading or failed
        float opacity = 0;  // below 1 while it fades in
        float left = 0;     // part of the texture that the box shows, from 0 to 1
        float top = 0;
        float right = 1;
        float bottom = 1;
    };

    explicit Pictures(Host& host) : host_(host) {}

    void begin_frame();
    // `width` and `height` are device pixels. Parts outside the box are cropped around
    // the focus of the picture.
    Texture find(const page::Node& image, const std::string& file, int width, int height);
    // Drops pictures that have not been shown recently if there are too many, and requests another
    // frame while a picture fades in.
    void end_frame();
    // True if a picture of the last frame is still loading.
    bool missing() const;
    void arrived(int id, bool usable, bool fade);
    void forget_all();  // after a lost context or a new pixel ratio

  private:
    enum class State : std::uint8_t { loading, ready, failed };
    struct Picture {
        int id = 0;
        int width = 0;
        int height = 0;
        State state = State::loading;
        int fade_steps = 0;  // remaining steps
        unsigned last_seen = 0;
    };

    Host& host_;
    std::unordered_map<std::string, Picture> pictures_;
    int last_id_ = 0;
    unsigned frame_ = 0;
    bool fading_ = false;
};

}  // namespace broadsheet::reader
