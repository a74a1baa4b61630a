# Third-party code as targets. Packages are found installed; sources come from build/sources (put
# there by `./dev setup`), else are fetched pinned. Nothing under GPL or LGPL belongs here.
include(FetchContent)

# Sets ${name}_DIR to the sources of a library, of which `marker` is one file.
macro(broadsheet_source name marker)
    set(${name}_DIR "${PROJECT_SOURCE_DIR}/build/sources/${name}")
    if(NOT EXISTS "${${name}_DIR}/${marker}")
        message(STATUS "${name}: fetching (`./dev setup` brings it from Debian instead)")
        # SOURCE_SUBDIR names no folder: the libraries' own build files are not run.
        FetchContent_Declare(${name} ${ARGN} SOURCE_SUBDIR none)
        FetchContent_MakeAvailable(${name})
        set(${name}_DIR "${${name}_SOURCE_DIR}")
    endif()
endmacro()

# A static library whose headers are system headers to us: their warnings are not ours.
function(broadsheet_third_party name include_dir)
    add_library(${name} STATIC ${ARGN})
    target_include_directories(${name} SYSTEM PUBLIC "${include_dir}")
    target_compile_options(${name} PRIVATE -w)
endfunction()

# A header-only package. Emscripten must not see all of /usr/include, so each gets a folder of its own.
function(broadsheet_headers name header)
    string(REGEX REPLACE "/.*" "" top "${header}")
    find_path(${name}_INCLUDE "${header}" NO_CMAKE_FIND_ROOT_PATH PATHS /usr/include /usr/local/include
        DOC "Folder that has ${header}")
    if(${name}_INCLUDE)
        set(from "${${name}_INCLUDE}")
    else()
        FetchContent_Declare(${name} ${ARGN} SOURCE_SUBDIR none)
        FetchContent_MakeAvailable(${name})
        set(from "${${name}_SOURCE_DIR}")
        if(EXISTS "${from}/include/${header}")
            string(APPEND from "/include")
        endif()
    endif()
    set(own "${PROJECT_BINARY_DIR}/headers/${name}")
    file(MAKE_DIRECTORY "${own}")
    file(CREATE_LINK "${from}/${top}" "${own}/${top}" SYMBOLIC)
    add_library(${name} INTERFACE)
    target_include_directories(${name} SYSTEM INTERFACE "${own}")
endfunction()

broadsheet_headers(nlohmann_json nlohmann/json.hpp)
broadsheet_headers(doctest doctest/doctest.h)

broadsheet_source(imgui imgui.h)
broadsheet_third_party(imgui "${imgui_DIR}" "${imgui_DIR}/imgui.cpp" "${imgui_DIR}/imgui_draw.cpp"
    "${imgui_DIR}/imgui_widgets.cpp" "${imgui_DIR}/imgui_tables.cpp")
if(EXISTS "${CMAKE_CURRENT_LIST_DIR}/reader/imconfig.h")
    target_include_directories(imgui PUBLIC "${CMAKE_CURRENT_LIST_DIR}")
    target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"reader/imconfig.h\"")
endif()

broadsheet_source(md4c src/md4c.h)
broadsheet_third_party(md4c "${md4c_DIR}/src" "${md4c_DIR}/src/md4c.c")

broadsheet_source(sheenbidi Headers/SheenBidi/SheenBidi.h)
broadsheet_third_party(sheenbidi "${sheenbidi_DIR}/Headers" "${sheenbidi_DIR}/Source/SheenBidi.c")
target_include_directories(sheenbidi PRIVATE "${sheenbidi_DIR}/Source")
target_compile_definitions(sheenbidi PRIVATE SB_CONFIG_UNITY)

broadsheet_source(libunibreak src/linebreak.h)
file(GLOB libunibreak_files "${libunibreak_DIR}/src/*.c")
broadsheet_third_party(libunibreak "${libunibreak_DIR}/src" ${libunibreak_files})

# From source natively too: tool and reader must cut and fold words alike.
broadsheet_source(utf8proc utf8proc.h)
broadsheet_third_party(utf8proc "${utf8proc_DIR}" "${utf8proc_DIR}/utf8proc.c")
target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)

broadsheet_source(snowball include/libstemmer.h)
if(NOT EXISTS "${snowball_DIR}/libstemmer/modules_utf8.h")
    # Snowball writes its C files with its own compiler, which runs on the building machine.
    execute_process(COMMAND make -s -C "${snowball_DIR}" AR=true libstemmer.a libstemmer/libstemmer_utf8.c
        libstemmer/modules_utf8.h COMMAND_ERROR_IS_FATAL ANY)
endif()
file(GLOB stemmer_files "${snowball_DIR}/src_c/stem_UTF_8_*.c")
broadsheet_third_party(stemmer "${snowball_DIR}/include" "${snowball_DIR}/libstemmer/libstemmer_utf8.c"
    "${snowball_DIR}/runtime/api.c" "${snowball_DIR}/runtime/utilities.c" ${stemmer_files})

if(EMSCRIPTEN)
    return()
endif()

# The tool's own libraries, native only.
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
foreach(package yaml-cpp tomlplusplus gumbo pugixml fmt libxxhash libjpeg libwebp)
    pkg_check_modules(${package} REQUIRED IMPORTED_TARGET ${package})
endforeach()
broadsheet_headers(cli11 CLI/CLI.hpp)
broadsheet_headers(httplib httplib.h)
add_library(native_libraries INTERFACE)
target_link_libraries(native_libraries INTERFACE Threads::Threads PkgConfig::yaml-cpp
    PkgConfig::tomlplusplus PkgConfig::gumbo PkgConfig::pugixml PkgConfig::fmt PkgConfig::libxxhash
    PkgConfig::libjpeg PkgConfig::libwebp cli11 httplib md4c nlohmann_json)
