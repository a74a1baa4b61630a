// One Dear ImGui context without fonts or textures of its own: words come from the word atlas, and
// ImGui gives draw lists and the state of interactive boxes.
#pragma once

#include <imgui.h>

#include "reader/host.h"

namespace broadsheet::reader {

#if IMGUI_VERSION_NUM >= 19200
// Gives every letter no width and no picture.
const ImFontLoader* letterless_loader();
#endif

class ImGuiSession {
  public:
    ImGuiSession();
    ~ImGuiSession();
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;

    // All in device pixels; `white` is the atlas corner that solid areas are drawn from.
    void begin_frame(float width, float height, ImVec2 pointer, bool pressed, float seconds,
                     ImVec2 white);
    const ImDrawData& end_frame();

  private:
    ImGuiContext* context_;
};

}  // namespace broadsheet::reader
