# The npm package, in the preset `npm`: the tool as WebAssembly and the JavaScript of npm/ around it. The target
# package_npm makes the folder build/npm/package, which `npm pack` turns into a file.
set(package "${PROJECT_BINARY_DIR}/package")
set_target_properties(broadsheet PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}/program" OUTPUT_NAME program SUFFIX ".cjs")
target_link_options(broadsheet PRIVATE
    -sENVIRONMENT=node
    -sNODERAWFS=1
    -sMODULARIZE=1
    -sEXIT_RUNTIME=1
    -sEXPORTED_RUNTIME_METHODS=ENV
    -sINITIAL_MEMORY=67108864
    -sMAXIMUM_MEMORY=4294967296
    -sWASM_ASYNC_COMPILATION=0 # Node.js' fetch() does not read files
    -sNODEJS_CATCH_EXIT=0
    -sNODEJS_CATCH_REJECTION=0)

set(npm_dir "${PROJECT_SOURCE_DIR}/npm")
file(GLOB_RECURSE names CONFIGURE_DEPENDS RELATIVE "${npm_dir}" "${npm_dir}/*")
set(copied "")
# Copies `file` into the package as `name`.
function(broadsheet_package_file file name)
    add_custom_command(OUTPUT "${package}/${name}" DEPENDS "${file}"
        COMMAND ${CMAKE_COMMAND} -E copy "${file}" "${package}/${name}")
    set(copied ${copied} "${package}/${name}" PARENT_SCOPE)
endfunction()
foreach(name IN LISTS names)
    if(name STREQUAL "package.json")
        configure_file("${npm_dir}/${name}" "${package}/${name}" @ONLY) # has the version
    else()
        broadsheet_package_file("${npm_dir}/${name}" "${name}")
    endif()
endforeach()
broadsheet_package_file("${PROJECT_SOURCE_DIR}/press/ranges.js" lib/ranges.cjs)
broadsheet_package_file("${PROJECT_SOURCE_DIR}/LICENSE" LICENSE)
# The program is packed: unpacking it takes less time than reading it from a slow disk.
find_program(NODE node REQUIRED)
set(pack "${CMAKE_CURRENT_LIST_DIR}/pack_program.mjs")
add_custom_command(OUTPUT "${package}/lib/program.wasm.br" "${package}/lib/program.cjs" DEPENDS broadsheet "${pack}"
    COMMAND "${NODE}" "${pack}" "${PROJECT_BINARY_DIR}/program" "${package}/lib")
list(APPEND copied "${package}/lib/program.wasm.br" "${package}/lib/program.cjs")
foreach(file IN LISTS press_files)
    cmake_path(GET file FILENAME name)
    broadsheet_package_file("${file}" "press/${name}")
endforeach()
while(licences)
    list(POP_FRONT licences name file)
    get_filename_component(file "${file}" ABSOLUTE)
    get_filename_component(base "${file}" NAME)
    broadsheet_package_file("${file}" "licences/${name}/${base}")
endwhile()
add_custom_target(package_npm DEPENDS broadsheet ${copied})
