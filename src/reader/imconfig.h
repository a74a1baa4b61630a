// Dear ImGui as the reader needs it: no files, no clipboard of its own, no demo, no default font.
#pragma once

#define IMGUI_DISABLE_OBSOLETE_FUNCTIONS
#define IMGUI_DISABLE_DEMO_WINDOWS
#define IMGUI_DISABLE_DEBUG_TOOLS
#define IMGUI_DISABLE_WIN32_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_SHELL_FUNCTIONS
#define IMGUI_DISABLE_FILE_FUNCTIONS
#define IMGUI_DISABLE_DEFAULT_FONT
#define IMGUI_DISABLE_STB_SPRINTF_IMPLEMENTATION

// A screen of single letters stays below 65,536 vertices; the sixteen-bit default would split
// draws.
#define ImDrawIdx unsigned int
