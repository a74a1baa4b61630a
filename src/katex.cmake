# Embeds KaTeX, which sets formulas (press/formulas/katex_engine.h), compressed: from its npm package, pinned in
# press/formulas/katex/package-lock.json.
set(katex_dir "${PROJECT_SOURCE_DIR}/build/katex") # shared by the presets
broadsheet_npm_packages(katex "${CMAKE_CURRENT_LIST_DIR}/press/formulas/katex")
set(katex_program "${katex_dir}/node_modules/katex/dist/katex.min.js")
set(katex_packed "${PROJECT_BINARY_DIR}/generated/katex.z")
find_program(NODE node REQUIRED)
execute_process(COMMAND "${NODE}" -e [[
    const [program, packed] = process.argv.slice(1);
    const fs = require('fs');
    fs.writeFileSync(packed, require('zlib').deflateSync(fs.readFileSync(program), { level: 9 }));
]] "${katex_program}" "${katex_packed}" COMMAND_ERROR_IS_FATAL ANY)
file(SIZE "${katex_program}" katex_size)
broadsheet_embedded(broadsheet_katex "${katex_packed}" katex_section)
configure_file(press/formulas/katex_file.cpp.in "${PROJECT_BINARY_DIR}/generated/katex_file.cpp" @ONLY)
set_source_files_properties("${PROJECT_BINARY_DIR}/generated/katex_file.cpp" PROPERTIES OBJECT_DEPENDS "${katex_packed}")
target_sources(broadsheet_press_formulas PRIVATE "${PROJECT_BINARY_DIR}/generated/katex_file.cpp")
