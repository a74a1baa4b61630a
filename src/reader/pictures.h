// The pictures that stand near the screen, each as a texture of just the size it is shown at, made
// from the smallest file that has as many pixels. A new one fades in over its own colours.
#pragma once

#include <string>
#include <unordered_map>

#include "page/page.h"
#include "reader/host.h"

namespace broadsheet::reader {

// The file for an image that is shown in a box of this size, in device pixels: the smallest that
// covers it. Painter and text layer ask alike, so that the browser fetches one file for both.
std::string file_for_box(const page::Node& image, float width, float height);

class Pictures {
  public:
    struct Texture {
        int id = 0;         // 0: on its way, or it cannot be had
        float opacity = 0;  // below 1 while it fades in
        float left = 0;     // the part of it that the box shows, from 0 to 1
        float top = 0;
        float right = 1;
        float bottom = 1;
    };

    explicit Pictures(Host& host) : host_(host) {}

    void begin_frame();
    // `width` and `height` in device pixels. What is more than the box is cut off evenly.
    Texture find(const page::Node& image, const std::string& file, int width, int height);
    // Lets go of what has not been shown for long while too much is kept, and asks for another
    // frame while something fades in.
    void end_frame();
    // True where the last frame lacked a picture that may still come.
    bool missing() const { return missing_; }
    void arrived(int id, bool usable, bool fade);
    void forget_all();  // the screen was lost, or its pixels have another size

  private:
    enum class State : std::uint8_t { loading, ready, failed };
    struct Picture {
        int id = 0;
        int width = 0;
        int height = 0;
        State state = State::loading;
        int fade_steps = 0;  // still to go
        unsigned last_seen = 0;
    };

    Host& host_;
    std::unordered_map<std::string, Picture> pictures_;
    int last_id_ = 0;
    unsigned frame_ = 0;
    bool missing_ = false;
    bool fading_ = false;
};

}  // namespace broadsheet::reader
