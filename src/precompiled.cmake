# Precompiles the standard headers that most files include. Parsing them takes up to half of the compile time of a file.
# Each file still includes what it uses: tests/tidy_test.py compiles every file without this header, so a missing
# #include fails there.

# Lets a target use the precompiled headers of `from`, a target with the same compile options.
function(broadsheet_precompiled target)
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
        # g++ 12 does not treat these headers as system headers, so it reports false warnings about inlined standard
        # functions.
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

# Compiles several files of a target as one, where BROADSHEET_JOINED is on: half of the time for all, but more for one that
# has changed. Files of a folder therefore do not use a name twice for different things.
option(BROADSHEET_JOINED "Compile several files as one")
function(broadsheet_joined target)
    if(BROADSHEET_JOINED)
        set_target_properties(${target} PROPERTIES UNITY_BUILD ON UNITY_BUILD_BATCH_SIZE 8)
        target_compile_options(${target} PRIVATE -Wno-shadow) # of names in the other files
        if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
            target_compile_options(${target} PRIVATE -Wno-subobject-linkage) # of types in unnamed namespaces
        endif()
    endif()
endfunction()

# Makes `target` compile the headers, with `ARGN` added.
function(broadsheet_make_precompiled target)
    set(headers <algorithm> <array> <charconv> <cmath> <cstddef> <cstdint> <cstring> <functional> <iterator>
        <map> <memory> <optional> <set> <span> <string> <string_view> <tuple> <unordered_map> <utility>
        <variant> <vector>)
    if(BROADSHEET_TOOL)
        list(APPEND headers <atomic> <chrono> <filesystem> <fstream> <mutex> <thread>)
    endif()
    target_precompile_headers(${target} PRIVATE ${headers} ${ARGN})
endfunction()
