// Replacements for parts of Dear ImGui that the reader does not use, to reduce the program's size:
// widgets (the browser's are used) and tables, the TrueType rasteriser (the browser draws text),
// number formatting (for window names and settings, which the reader does not have), and
// trigonometry.
#include <imgui.h>
#include <imgui_internal.h>

#if IMGUI_VERSION_NUM >= 19200

#include <cmath>
#include <numbers>

#include "reader/imgui_session.h"

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return broadsheet::reader::letterless_loader(); }
}  // namespace ImGuiFreeType

// Copies the format string unchanged. Names of windows and items are compared but never shown.
int ImFormatStringV(char* buffer, size_t size, const char* format, va_list) {
    const size_t length = strlen(format);
    if (buffer == nullptr || size == 0) return static_cast<int>(length);
    const size_t kept = length < size ? length : size - 1;
    memcpy(buffer, format, kept);
    buffer[kept] = '\0';
    return static_cast<int>(kept);
}

int ImFormatString(char* buffer, size_t size, const char* format, ...) {
    return ImFormatStringV(buffer, size, format, nullptr);
}

extern "C" int broadsheet_scan_nothing(const char*, const char*, ...);
extern "C" int broadsheet_scan_nothing(const char*, const char*, ...) { return 0; }

extern "C" float broadsheet_sine(float angle);
extern "C" float broadsheet_cosine(float angle);

// Accurate to a hundred thousandth for angles of a few turns, which suffices for rounded corners.
extern "C" float broadsheet_sine(float angle) {
    constexpr float pi = std::numbers::pi_v<float>;
    angle -= 2 * pi * std::floor(angle / (2 * pi) + 0.5F);  // now within half a turn
    if (angle > pi / 2) angle = pi - angle;
    if (angle < -pi / 2) angle = -pi - angle;
    const float square = angle * angle;
    return angle * (1 + square * (-1.0F / 6 + square * (1.0F / 120 + square * (-1.0F / 5040 +
                                                                               square / 362880))));
}

extern "C" float broadsheet_cosine(float angle) {
    return broadsheet_sine(angle + std::numbers::pi_v<float> / 2);
}

bool ImGui::Button(const char*, const ImVec2&) { return false; }
bool ImGui::ButtonBehavior(const ImRect&, ImGuiID, bool*, bool*, int) { return false; }
bool ImGui::CloseButton(ImGuiID, const ImVec2&) { return false; }
bool ImGui::CollapseButton(ImGuiID, const ImVec2&) { return false; }
void ImGui::EndMenuBar() {}
ImGuiMultiSelectIO* ImGui::EndMultiSelect() { return nullptr; }
void ImGui::EndTabBar() {}
bool ImGui::InputText(const char*, char*, size_t, int, ImGuiInputTextCallback, void*) {
    return false;
}
void ImGui::InputTextDeactivateHook(ImGuiID) {}
void ImGui::Scrollbar(ImGuiAxis) {}
bool ImGui::Selectable(const char*, bool, int, const ImVec2&) { return false; }
void ImGui::SeparatorText(const char*) {}
bool ImGui::SliderInt(const char*, int*, int, int, const char*, int) { return false; }
void ImGui::TextV(const char*, va_list) {}
void ImGui::TreePop() {}
void ImGuiMenuColumns::Update(float, bool) {}
ImGuiInputTextState::ImGuiInputTextState() { memset(static_cast<void*>(this), 0, sizeof *this); }
ImGuiInputTextState::~ImGuiInputTextState() = default;

void ImGui::EndColumns() {}
void ImGui::PushColumnsBackground() {}
void ImGui::PopColumnsBackground() {}
void ImGui::EndTable() {}
void ImGui::TableEndCell(ImGuiTable*) {}
void ImGui::TableEndRow(ImGuiTable*) {}
void ImGui::TableGcCompactSettings() {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTable*) {}
void ImGui::TableGcCompactTransientBuffers(ImGuiTableTempData*) {}
void ImGui::TablePushBackgroundChannel() {}
void ImGui::TablePopBackgroundChannel() {}
void ImGui::TablePushColumnChannel(int) {}
void ImGui::TablePopColumnChannel() {}
void ImGui::TableSettingsAddSettingsHandler() {}

#endif
