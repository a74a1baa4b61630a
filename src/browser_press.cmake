# The press in the browser, in the preset `npm`: the same objects linked once more, for a worker of a page with a file
# system in memory, and the page of press/ around it. Everything is in build/npm/press, which `broadsheet press` copies.
add_executable(press_program press/browser/main.cpp)
target_link_libraries(press_program PRIVATE broadsheet_press_browser PkgConfig::fmt nlohmann_json cli11)
broadsheet_own_code(press_program)
set_target_properties(press_program PROPERTIES
    RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/press_program" OUTPUT_NAME program SUFFIX ".js")
target_link_options(press_program PRIVATE
    --no-entry
    -sENVIRONMENT=worker
    -sMODULARIZE=1
    -sEXPORT_ES6=1
    -sDYNAMIC_EXECUTION=0 # the page's policy allows no eval
    -sFORCE_FILESYSTEM=1
    -sEXPORTED_RUNTIME_METHODS=FS,ccall
    -sINITIAL_MEMORY=67108864
    -sMAXIMUM_MEMORY=4294967296)

# The library that reads and writes .zip files.
broadsheet_npm_packages(zip "${CMAKE_CURRENT_LIST_DIR}/press/browser/zip")
set(zip_library "${PROJECT_SOURCE_DIR}/build/zip/node_modules/fflate")
list(APPEND licences fflate "${zip_library}/LICENSE")

set(press_folder "${PROJECT_BINARY_DIR}/press")
file(GLOB press_sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/press/*")
list(APPEND press_sources "${PROJECT_SOURCE_DIR}/web/icon.svg")
set(press_files program.js program.wasm.gz fflate.js)
foreach(file IN LISTS press_sources)
    cmake_path(GET file FILENAME name)
    list(APPEND press_files "${name}")
endforeach()
list(TRANSFORM press_files PREPEND "${press_folder}/")
find_program(NODE node REQUIRED)
set(pack_press "${CMAKE_CURRENT_LIST_DIR}/pack_press.mjs")
add_custom_command(OUTPUT ${press_files} DEPENDS press_program "${pack_press}" ${press_sources}
    COMMAND "${NODE}" "${pack_press}" "${press_folder}" "${PROJECT_BINARY_DIR}/press_program"
        "${zip_library}/esm/browser.js" ${press_sources})
add_custom_target(press_page ALL DEPENDS ${press_files})
