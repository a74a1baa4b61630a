# Emscripten's own toolchain file, found through em++ on PATH (Debian's package or an emsdk).
find_program(BROADSHEET_EMXX em++ REQUIRED)
file(REAL_PATH "${BROADSHEET_EMXX}" emxx)
cmake_path(GET emxx PARENT_PATH root)
include("${root}/cmake/Modules/Platform/Emscripten.cmake")
