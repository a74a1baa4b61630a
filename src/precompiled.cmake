# The standard headers that most files include, parsed once for all files: parsing them is up to half of
# what a file costs. Each file still includes what it uses. tests/tidy_test.py reads every file without
# this header, so a missing #include fails there.

# Gives a target of ours the precompiled headers of `from`, a target with the same compile options.
function(broadsheet_precompiled target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # g++ 12 forgets which of these headers are the system's, so that false warnings about inlined
        # standard functions are no longer left out.
        target_compile_options(${target} PRIVATE -Wno-array-bounds -Wno-stringop-overflow -Wno-stringop-overread)
    endif()
    set(from broadsheet_headers)
    if(ARGN)
        list(GET ARGN 0 from)
    elseif(NOT TARGET broadsheet_headers)
        set(empty "${PROJECT_BINARY_DIR}/generated/headers.cpp")
        file(CONFIGURE OUTPUT "${empty}" CONTENT "")
        add_library(broadsheet_headers OBJECT "${empty}")
        broadsheet_own_code(broadsheet_headers)
        broadsheet_make_precompiled(broadsheet_headers)
    endif()
    target_precompile_headers(${target} REUSE_FROM ${from})
endfunction()

# Makes `target` the one that compiles the headers, with `ARGN` added to them.
function(broadsheet_make_precompiled target)
    set(headers <algorithm> <array> <charconv> <cmath> <cstddef> <cstdint> <cstring> <functional> <iterator>
        <map> <memory> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility>
        <variant> <vector>)
    if(NOT EMSCRIPTEN)
        list(APPEND headers <atomic> <chrono> <filesystem> <fstream> <mutex> <thread>)
    endif()
    target_precompile_headers(${target} PRIVATE ${headers} ${ARGN})
endfunction()
