// The pictures that stand near the screen, each as a texture of just the size it is shown at.
#pragma once

#include <string>
#include <string_view>
#include <unordered_map>

#include "reader/host.h"

namespace broadsheet::reader {

class Pictures {
  public:
    explicit Pictures(Host& host) : host_(host) {}

    void begin_frame() { ++frame_; }
    // The texture of a picture, or 0 while it is on its way or cannot be had.
    int find(std::string_view target, int width, int height);
    // Lets go of what has not been shown for long while too much is kept.
    void end_frame();
    void arrived(int id, bool usable);
    void forget_all();  // the screen was lost

  private:
    enum class State : std::uint8_t { loading, ready, failed };
    struct Picture {
        int id = 0;
        int width = 0;
        int height = 0;
        State state = State::loading;
        unsigned last_seen = 0;
    };

    Host& host_;
    std::unordered_map<std::string, Picture> pictures_;
    int last_id_ = 0;
    unsigned frame_ = 0;
};

}  // namespace broadsheet::reader
