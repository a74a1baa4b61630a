// A Dear ImGui context without fonts or textures of its own. Words come from the word atlas. ImGui
// provides draw lists and the state of interactive boxes.
#pragma once

#include <imgui.h>

#include "reader/host.h"

namespace broadsheet::reader {

#if IMGUI_VERSION_NUM >= 19200
// A font loader that gives letters no width and no bitmap.
const ImFontLoader* letterless_loader();
#endif

// Owns the ImGui context.
class ImGuiSession {
  public:
    ImGuiSession();
    ~ImGuiSession();
    ImGuiSession(const ImGuiSession&) = delete;
    ImGuiSession& operator=(const ImGuiSession&) = delete;

    // Starts a frame. Lengths are device pixels. `white` is the position of the white corner of the
    // atlas, which solid areas use.
    void begin_frame(float width, float height, ImVec2 pointer, bool pressed, float seconds,
                     ImVec2 white);
    const ImDrawData& end_frame();

  private:
    ImGuiContext* context_;
};

}  // namespace broadsheet::reader
