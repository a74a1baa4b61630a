# Tools for a program that runs on every Linux since Debian 11: compiled against the C library of that system
# (`./dev release` brings it to build/sysroot), with all other libraries inside. The C library itself stays outside: its
# licence would bind the program.
set(sysroot "${CMAKE_CURRENT_LIST_DIR}/../build/sysroot")
cmake_path(NORMAL_PATH sysroot)
if(NOT EXISTS "${sysroot}/usr/include/stdio.h")
    message(FATAL_ERROR "No C library in build/sysroot; `./dev release` brings it")
endif()
set(CMAKE_SYSROOT "${sysroot}")
# Without these, g++ would take its own system's libraries first.
set(libraries "${sysroot}/usr/lib/x86_64-linux-gnu")
set(CMAKE_EXE_LINKER_FLAGS_INIT "-B${libraries} -L${libraries} -L${sysroot}/lib/x86_64-linux-gnu -static-libstdc++ \
-static-libgcc -Wl,--gc-sections -Wl,--build-id=none")
# The same bytes in every folder.
cmake_path(SET source NORMALIZE "${CMAKE_CURRENT_LIST_DIR}/..")
set(CMAKE_C_FLAGS_INIT "-ffunction-sections -fdata-sections -ffile-prefix-map=${source}=.")
set(CMAKE_CXX_FLAGS_INIT "${CMAKE_C_FLAGS_INIT}")
set(BROADSHEET_BUNDLED_LIBRARIES ON CACHE BOOL "")
set(BROADSHEET_OLD_GLIBC ON)
