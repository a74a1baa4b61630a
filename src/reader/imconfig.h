// Dear ImGui's configuration for the reader: no files, clipboard, demo or default font.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_STB_SPRINTF_IMPLEMENTATION

// A draw list may have more than 65,536 vertices. The default of sixteen bits would split draw
// calls.
#define ImDrawIdx unsigned int
