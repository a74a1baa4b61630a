# Targets of third-party code. Packages must be installed. Sources come from build/sources (installed by `./dev setup`),
# otherwise pinned versions are downloaded. Code under GPL or LGPL is not allowed.
include(FetchContent)
set(FETCHCONTENT_BASE_DIR "${PROJECT_SOURCE_DIR}/build/fetched") # shared by the presets

# Sets ${name}_DIR to the sources of a library. `marker` is one of its files.
macro(broadsheet_source name marker)
    set(${name}_DIR "${PROJECT_SOURCE_DIR}/build/sources/${name}")
    if(NOT EXISTS "${${name}_DIR}/${marker}")
        message(STATUS "${name}: fetching (`./dev setup` brings it from Debian instead)")
        # SOURCE_SUBDIR does not exist, so the libraries' own build files are not run.
        FetchContent_Declare(${name} ${ARGN} SOURCE_SUBDIR none)
        FetchContent_MakeAvailable(${name})
        set(${name}_DIR "${${name}_SOURCE_DIR}")
    endif()
endmacro()

# A static library whose headers are system headers, so that their warnings are ignored.
function(broadsheet_third_party name include_dirs)
    add_library(${name} STATIC ${ARGN})
    target_include_directories(${name} SYSTEM PUBLIC ${include_dirs})
    target_compile_options(${name} PRIVATE -w)
endfunction()

# Sets ${name}_patched to a copy of a source file with our patch.
function(broadsheet_patched name file patch)
    set(folder "${PROJECT_BINARY_DIR}/generated/${name}")
    get_filename_component(base "${file}" NAME)
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${file}" "${patch}")
    file(SHA256 "${file}" version)
    file(SHA256 "${patch}" patch_version)
    string(APPEND version ${patch_version})
    set(${name}_patched "${folder}/${base}" PARENT_SCOPE)
    if(EXISTS "${folder}/version")
        file(READ "${folder}/version" known)
        if(known STREQUAL version)
            return()
        endif()
    endif()
    find_program(GIT git REQUIRED)
    file(COPY "${file}" DESTINATION "${folder}")
    execute_process(COMMAND "${GIT}" apply --whitespace=nowarn "${patch}" WORKING_DIRECTORY "${folder}"
        COMMAND_ERROR_IS_FATAL ANY)
    file(WRITE "${folder}/version" "${version}")
endfunction()

# A header-only package. Each gets its own include folder, because Emscripten must not search all of /usr/include.
function(broadsheet_headers name header)
    string(REGEX REPLACE "/.*" "" top "${header}")
    find_path(${name}_INCLUDE "${header}" NO_CMAKE_FIND_ROOT_PATH PATHS /usr/include /usr/local/include
        DOC "Folder that has ${header}")
    if(${name}_INCLUDE)
        set(from "${${name}_INCLUDE}")
    elseif(NOT ARGN)
        message(FATAL_ERROR "No ${header}; `./dev setup` installs it")
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

# Installs the npm packages that ${folder}/package-lock.json pins in build/${name}, which the presets share.
function(broadsheet_npm_packages name folder)
    set(target "${PROJECT_SOURCE_DIR}/build/${name}")
    set(lock "${folder}/package-lock.json")
    set_property(DIRECTORY APPEND PROPERTY CMAKE_CONFIGURE_DEPENDS "${lock}")
    file(SHA256 "${lock}" wanted)
    set(present "")
    if(EXISTS "${target}/installed")
        file(READ "${target}/installed" present)
    endif()
    if(present STREQUAL wanted)
        return()
    endif()
    find_program(NPM npm REQUIRED)
    file(COPY "${lock}" "${folder}/package.json" DESTINATION "${target}")
    execute_process(COMMAND "${NPM}" ci --ignore-scripts --legacy-peer-deps --no-audit --no-fund --loglevel=error
        WORKING_DIRECTORY "${target}" RESULT_VARIABLE failed OUTPUT_QUIET)
    if(failed)
        message(FATAL_ERROR "npm could not install the packages of ${folder}")
    endif()
    file(WRITE "${target}/installed" "${wanted}")
endfunction()

broadsheet_headers(nlohmann_json nlohmann/json.hpp
    URL https://github.com/nlohmann/json/archive/refs/tags/v3.11.2.tar.gz
    URL_HASH SHA256=d69f9deb6a75e2580465c6c4c5111b89c4dc2fa94e3a85fcd2ffcd9a143d9273)
if(BROADSHEET_TESTS AND NOT BROADSHEET_OLD_GLIBC AND NOT (EMSCRIPTEN AND BROADSHEET_TOOL)) # see tests/CMakeLists.txt
    broadsheet_headers(doctest doctest/doctest.h
        URL https://github.com/doctest/doctest/archive/v2.4.9.tar.gz
        URL_HASH SHA256=19b2df757f2f3703a5e63cee553d85596875f06d91a3333acd80a969ef210856)
endif()

broadsheet_source(imgui imgui.h
    URL https://codeload.github.com/ocornut/imgui/tar.gz/45acd5e0e82f4c954432533ae9985ff0e1aad6d5
    URL_HASH SHA256=97484925aec2f4d3e913d6644d46b234f8d6d8d98c6aa9c50109e0f0df772090)
file(STRINGS "${imgui_DIR}/imgui.h" imgui_version REGEX "define IMGUI_VERSION_NUM")
string(REGEX MATCH "[0-9]+$" imgui_version "${imgui_version}")
set(imgui_files imgui.cpp imgui_draw.cpp)
if(imgui_version LESS 19200)
    list(APPEND imgui_files imgui_widgets.cpp imgui_tables.cpp)
endif()
list(TRANSFORM imgui_files PREPEND "${imgui_DIR}/")
broadsheet_third_party(imgui "${imgui_DIR}" ${imgui_files})
target_include_directories(imgui PUBLIC "${CMAKE_CURRENT_LIST_DIR}")
target_compile_definitions(imgui PUBLIC "IMGUI_USER_CONFIG=\"reader/imconfig.h\"")
if(NOT imgui_version LESS 19200)
    # Code that the reader does not need would be a tenth of its program. src/reader/imgui_parts.cpp replaces widgets,
    # tables, the TrueType rasteriser, the reading and printing of numbers, and the sines of very large angles.
    target_compile_definitions(imgui PUBLIC IMGUI_ENABLE_FREETYPE IMGUI_DISABLE_DEFAULT_FORMAT_FUNCTIONS
        PRIVATE "sscanf=broadsheet_scan_nothing")
    if(EMSCRIPTEN) # other C library headers do not allow this
        target_compile_definitions(imgui PRIVATE "sinf=broadsheet_sine" "cosf=broadsheet_cosine")
    endif()
endif()

broadsheet_source(md4c src/md4c.h
    URL https://github.com/mity/md4c/archive/refs/tags/release-0.5.3.tar.gz
    URL_HASH SHA256=353c346f376b87c954a13f3415ede2d51264cc61dc5abcd38ff1d2aa0d059b9e)
broadsheet_patched(md4c "${md4c_DIR}/src/md4c.c" "${CMAKE_CURRENT_LIST_DIR}/press/text/md4c.patch")
broadsheet_third_party(md4c "${md4c_DIR}/src" "${md4c_patched}")

broadsheet_source(sheenbidi Headers/SheenBidi/SheenBidi.h
    URL https://github.com/Tehreer/SheenBidi/archive/refs/tags/v3.0.0.tar.gz
    URL_HASH SHA256=86c56014034739ba39a24c23eb00323b0bf6f737354f665786015fca842af786)
broadsheet_third_party(sheenbidi "${sheenbidi_DIR}/Headers" "${sheenbidi_DIR}/Source/SheenBidi.c")
target_include_directories(sheenbidi PRIVATE "${sheenbidi_DIR}/Source")
target_compile_definitions(sheenbidi PRIVATE SB_CONFIG_UNITY)

broadsheet_source(libunibreak src/linebreak.h
    URL https://github.com/adah1972/libunibreak/releases/download/libunibreak_6_1/libunibreak-6.1.tar.gz
    URL_HASH SHA256=cc4de0099cf7ff05005ceabff4afed4c582a736abc38033e70fdac86335ce93f)
file(GLOB libunibreak_files "${libunibreak_DIR}/src/*.c")
list(FILTER libunibreak_files EXCLUDE REGEX "/tests\\.c$")
broadsheet_third_party(libunibreak "${libunibreak_DIR}/src" ${libunibreak_files})

# Built from source natively too, because tool and reader must tokenise and fold words alike.
broadsheet_source(utf8proc utf8proc.h
    URL https://github.com/JuliaStrings/utf8proc/archive/refs/tags/v2.8.0.tar.gz
    URL_HASH SHA256=a0a60a79fe6f6d54e7d411facbfcc867a6e198608f2cd992490e46f04b1bcecc)
broadsheet_third_party(utf8proc "${utf8proc_DIR}" "${utf8proc_DIR}/utf8proc.c")
target_compile_definitions(utf8proc PUBLIC UTF8PROC_STATIC)

broadsheet_source(snowball include/libstemmer.h
    URL https://github.com/snowballstem/snowball/archive/refs/tags/v2.2.0.tar.gz
    URL_HASH SHA256=425cdb5fba13a01db59a1713780f0662e984204f402d3dae1525bda9e6d30f1a)
if(NOT EXISTS "${snowball_DIR}/libstemmer/modules_utf8.h")
    # Snowball generates its C files with its own compiler, which runs on the build machine.
    execute_process(COMMAND make -s -C "${snowball_DIR}" AR=true libstemmer.a libstemmer/libstemmer_utf8.c
        libstemmer/modules_utf8.h COMMAND_ERROR_IS_FATAL ANY)
endif()
# Used without libstemmer's table of all languages, so that a program contains only the stemmers that it names.
file(GLOB stemmer_files "${snowball_DIR}/src_c/stem_UTF_8_*.c")
broadsheet_third_party(stemmer "${snowball_DIR}/src_c;${snowball_DIR}/runtime"
    "${snowball_DIR}/runtime/api.c" "${snowball_DIR}/runtime/utilities.c" ${stemmer_files})

if(NOT BROADSHEET_TOOL)
    return()
endif()

# Libraries of the tool.
find_package(Threads REQUIRED)

# The HTML parser: the maintained line of gumbo from source. The package of Debian 12 is of 2015; it makes
# other trees than browsers in 41 of html5lib's 1,714 tests, this one in none, and it is faster.
set(gumbo_DIR "${PROJECT_SOURCE_DIR}/build/sources/gumbo-parser")
if(EXISTS "${gumbo_DIR}/src/gumbo.h")
    file(GLOB gumbo_files "${gumbo_DIR}/src/*.c")
    broadsheet_third_party(gumbo "${gumbo_DIR}/src" ${gumbo_files})
    # A generated state machine: sanitised, it alone would compile for 76 s instead of 2 s.
    set_source_files_properties("${gumbo_DIR}/src/char_ref.c" PROPERTIES COMPILE_OPTIONS "-fno-sanitize=all")
elseif(BROADSHEET_BUNDLED_LIBRARIES)
    message(FATAL_ERROR "No source of gumbo-parser in build/sources; `./dev setup` brings it")
else()
    find_package(PkgConfig REQUIRED)
    message(STATUS "gumbo-parser: no source (`./dev setup` brings it); taking the installed package")
    pkg_check_modules(gumbo_package REQUIRED IMPORTED_TARGET gumbo)
    add_library(gumbo ALIAS PkgConfig::gumbo_package)
endif()
# Runs KaTeX. The sources of its release of 2025-04-26; a later one has other files.
set(quickjs_DIR "${PROJECT_SOURCE_DIR}/build/sources/quickjs")
if(NOT EXISTS "${quickjs_DIR}/quickjs.h")
    message(FATAL_ERROR "No source of quickjs in build/sources; `./dev setup` brings it on Debian. Elsewhere unpack "
        "the release 2025-04-26 of QuickJS there")
endif()
set(quickjs_files quickjs.c libregexp.c libunicode.c cutils.c dtoa.c)
list(TRANSFORM quickjs_files PREPEND "${quickjs_DIR}/")
broadsheet_third_party(quickjs "${quickjs_DIR}" ${quickjs_files})
target_compile_definitions(quickjs PRIVATE _GNU_SOURCE CONFIG_VERSION="2025-04-26")
target_link_libraries(quickjs PRIVATE Threads::Threads)
# A large interpreter: sanitised, it would compile for minutes, and set a formula in seconds.
target_compile_options(quickjs PRIVATE -O2 -g0 -fno-sanitize=all)
broadsheet_headers(cli11 CLI/CLI.hpp
    URL https://github.com/CLIUtils/CLI11/archive/v2.1.2.tar.gz
    URL_HASH SHA256=26291377e892ba0e5b4972cdfd4a2ab3bf53af8dac1f4ea8fe0d1376b625c8cb)
if(BROADSHEET_BUNDLED_LIBRARIES)
    include(bundled_libraries.cmake)
    return()
endif()

find_package(PkgConfig REQUIRED)
foreach(package yaml-cpp tomlplusplus pugixml fmt libxxhash libjpeg libpng zlib libwebp libwebpmux libwebpdemux minizip
        libcurl tree-sitter freetype2)
    pkg_check_modules(${package} REQUIRED IMPORTED_TARGET GLOBAL ${package})
endforeach()
# Debian splits this library into headers and code. Its .pc file has the macros that both were built with.
pkg_check_modules(cpp-httplib IMPORTED_TARGET GLOBAL cpp-httplib)
if(cpp-httplib_FOUND)
    add_library(httplib ALIAS PkgConfig::cpp-httplib)
else()
    broadsheet_headers(httplib httplib.h
        URL https://github.com/yhirose/cpp-httplib/archive/refs/tags/v0.11.4.zip
        URL_HASH SHA256=9d884bee50ded17de3a51d673bb9c2d7d11f101c595b0891830ba9d02e0cc368)
endif()
