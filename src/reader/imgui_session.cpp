#include "reader/imgui_session.h"

#include <imgui_internal.h>

namespace broadsheet::reader {

#if IMGUI_VERSION_NUM >= 19200
// ImGui requires a font before its first frame. This one has no letters, so it needs no texture.
const ImFontLoader* letterless_loader() {
    static const ImFontLoader loader = [] {
        ImFontLoader made;
        made.Name = "letterless";
        made.FontSrcContainsGlyph = [](ImFontAtlas*, ImFontConfig*, ImWchar) { return true; };
        made.FontBakedLoadGlyph = [](ImFontAtlas*, ImFontConfig*, ImFontBaked*, void*,
                                     ImWchar codepoint, ImFontGlyph* glyph, float* advance) {
            if (advance) *advance = 0;
            if (glyph) glyph->Codepoint = codepoint;
            return true;
        };
        return made;
    }();
    return &loader;
}
#endif

namespace {

#if IMGUI_VERSION_NUM >= 19200
void add_font(ImGuiIO& io) {
    static char no_data[1] = {0};
    ImFontConfig config;
    config.FontData = no_data;
    config.FontDataSize = 1;
    config.FontDataOwnedByAtlas = false;
    config.SizePixels = 16;
    config.FontLoader = letterless_loader();
    io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
    io.Fonts->AddFont(&config);
}

// The font's texture is never used, but ImGui requires that it is reported as created.
void acknowledge_textures() {
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        if (texture->Status == ImTextureStatus_WantDestroy) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        } else if (texture->Status != ImTextureStatus_OK) {
            texture->SetTexID(static_cast<ImTextureID>(atlas_texture) + 1000000);
            texture->SetStatus(ImTextureStatus_OK);
        }
    }
}
#else
void add_font(ImGuiIO& io) {
    unsigned char* pixels = nullptr;
    int width = 0;
    int height = 0;
    io.Fonts->GetTexDataAsAlpha8(&pixels, &width, &height);
}

void acknowledge_textures() {}
#endif

}  // namespace

ImGuiSession::ImGuiSession() : context_(ImGui::CreateContext()) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    io.BackendFlags |= ImGuiBackendFlags_RendererHasVtxOffset;
    io.ConfigFlags |= ImGuiConfigFlags_NoMouseCursorChange;
    add_font(io);
}

ImGuiSession::~ImGuiSession() {
    ImGui::SetCurrentContext(context_);
#if IMGUI_VERSION_NUM >= 19200
    for (ImTextureData* texture : ImGui::GetPlatformIO().Textures) {
        texture->SetTexID(ImTextureID_Invalid);
        texture->SetStatus(ImTextureStatus_Destroyed);
    }
#endif
    ImGui::DestroyContext(context_);
}

void ImGuiSession::begin_frame(float width, float height, ImVec2 pointer, bool pressed,
                               float seconds, ImVec2 white) {
    ImGui::SetCurrentContext(context_);
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = ImVec2(width, height);
    io.DeltaTime = seconds;
    io.AddMousePosEvent(pointer.x, pointer.y);
    io.AddMouseButtonEvent(0, pressed);
    ImGui::NewFrame();
    ImGui::GetDrawListSharedData()->TexUvWhitePixel = white;
    ImGui::SetNextWindowPos(ImVec2(0, 0));
    ImGui::SetNextWindowSize(io.DisplaySize);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(0, 0));
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("page", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoBackground |
                     ImGuiWindowFlags_NoSavedSettings | ImGuiWindowFlags_NoMove |
                     ImGuiWindowFlags_NoBringToFrontOnFocus | ImGuiWindowFlags_NoNav);
}

const ImDrawData& ImGuiSession::end_frame() {
    ImGui::End();
    ImGui::PopStyleVar(2);
    ImGui::Render();
    acknowledge_textures();
    return *ImGui::GetDrawData();
}

}  // namespace broadsheet::reader
