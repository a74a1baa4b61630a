// Stands in for the parts of Dear ImGui that a reader never reaches, so that its program does not
// carry them: tables (reached only from error recovery), the TrueType rasteriser (the browser draws
// the letters), and number formatting (window names and settings, of which the reader has none).
#include <imgui.h>
#include <imgui_internal.h>

#if IMGUI_VERSION_NUM >= 19200

#include "reader/imgui_session.h"

namespace ImGuiFreeType {
const ImFontLoader* GetFontLoader();
const ImFontLoader* GetFontLoader() { return broadsheet::reader::letterless_loader(); }
}  // namespace ImGuiFreeType

// Prints the format itself. Names of windows and items are compared, never shown.
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
