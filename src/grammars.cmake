# The grammars for syntax highlighting (press/text/code_colors.h): tree-sitter from the system; the grammars' C sources
# and queries from their npm packages, pinned in press/text/grammars/package-lock.json. Sets `grammar_entries` for
# code_grammars.cpp.in, and provides the parsers to press.
function(broadsheet_grammar name package folder aliases)
    set(source "${grammars_dir}/node_modules/${package}/${folder}src")
    set(files "${source}/parser.c")
    # As WebAssembly the whole program is packed, and better than its parts.
    if(NOT EMSCRIPTEN)
        set(packed "${PROJECT_BINARY_DIR}/generated/grammars/${name}")
        add_custom_command(OUTPUT "${packed}.c" "${packed}.z" DEPENDS "${source}/parser.c" "${CMAKE_CURRENT_LIST_DIR}/pack_grammar.mjs"
            COMMAND "${NODE}" "${CMAKE_CURRENT_LIST_DIR}/pack_grammar.mjs" ${name} "${source}/parser.c" "${packed}.c" "${packed}.z")
        set(files "${packed}.c")
        broadsheet_embedded(broadsheet_tables_${name} "${packed}.z" section)
        string(APPEND grammar_tables "${section}")
        list(APPEND grammar_packed "${packed}.z")
        set(grammar_tables "${grammar_tables}" PARENT_SCOPE)
        set(grammar_packed "${grammar_packed}" PARENT_SCOPE)
    endif()
    if(EXISTS "${source}/scanner.c")
        list(APPEND files "${source}/scanner.c")
    endif()
    # Each grammar is a separate library, because each has its own tree_sitter/parser.h.
    add_library(grammar_${name} OBJECT ${files})
    target_include_directories(grammar_${name} PRIVATE "${source}")
    # Mostly tables, which optimisation does not improve. Sanitisers would check third-party code and take minutes. The
    # scanners also read unaligned numbers.
    target_compile_options(grammar_${name} PRIVATE -w -O1 -g0 -fno-sanitize=all)
    target_sources(broadsheet_press_text PRIVATE $<TARGET_OBJECTS:grammar_${name}>)
    set(queries "")
    foreach(query IN LISTS ARGN)
        file(READ "${grammars_dir}/node_modules/${query}.scm" text)
        string(APPEND queries "${text}\n")
    endforeach()
    string(APPEND grammar_declarations "const TSLanguage* tree_sitter_${name}(void);\n")
    string(APPEND grammar_entries
        "        {\"${name}\", \"${aliases}\", tree_sitter_${name}, R\"query(${queries})query\"},\n")
    set(grammar_declarations "${grammar_declarations}" PARENT_SCOPE)
    set(grammar_entries "${grammar_entries}" PARENT_SCOPE)
    list(APPEND grammar_packages ${package})
    set(grammar_packages "${grammar_packages}" PARENT_SCOPE)
endfunction()

find_program(NODE node REQUIRED)
file(MAKE_DIRECTORY "${PROJECT_BINARY_DIR}/generated/grammars")
set(grammar_tables "")
set(grammar_packed "")
set(grammar_declarations "")
set(grammar_entries "")
set(grammar_packages "")
target_link_libraries(broadsheet_press_text PRIVATE PkgConfig::tree-sitter)
set(grammars_dir "${PROJECT_SOURCE_DIR}/build/grammars") # shared by the presets
broadsheet_npm_packages(grammars "${CMAKE_CURRENT_LIST_DIR}/press/text/grammars")

set(g tree-sitter-)
broadsheet_grammar(bash ${g}bash "" "sh shell zsh console" ${g}bash/queries/highlights)
broadsheet_grammar(c ${g}c "" "h" ${g}c/queries/highlights)
broadsheet_grammar(cpp ${g}cpp "" "c++ cc cxx hpp" ${g}c/queries/highlights ${g}cpp/queries/highlights)
broadsheet_grammar(css ${g}css "" "" ${g}css/queries/highlights)
broadsheet_grammar(go ${g}go "" "golang" ${g}go/queries/highlights)
broadsheet_grammar(html ${g}html "" "htm xhtml" ${g}html/queries/highlights)
broadsheet_grammar(java ${g}java "" "" ${g}java/queries/highlights)
broadsheet_grammar(javascript ${g}javascript "" "js mjs cjs node jsx"
    ${g}javascript/queries/highlights ${g}javascript/queries/highlights-jsx)
broadsheet_grammar(json ${g}json "" "jsonc json5 webmanifest" ${g}json/queries/highlights)
broadsheet_grammar(python ${g}python "" "py python3" ${g}python/queries/highlights)
broadsheet_grammar(rust ${g}rust "" "rs" ${g}rust/queries/highlights)
broadsheet_grammar(toml @tree-sitter-grammars/${g}toml "" ""
    @tree-sitter-grammars/${g}toml/queries/highlights)
broadsheet_grammar(typescript ${g}typescript typescript/ "ts"
    ${g}javascript/queries/highlights ${g}typescript/queries/highlights)
broadsheet_grammar(tsx ${g}typescript tsx/ "" ${g}javascript/queries/highlights
    ${g}javascript/queries/highlights-jsx ${g}typescript/queries/highlights)
broadsheet_grammar(yaml @tree-sitter-grammars/${g}yaml "" "yml"
    @tree-sitter-grammars/${g}yaml/queries/highlights)
configure_file(press/text/code_grammars.cpp.in "${PROJECT_BINARY_DIR}/generated/code_grammars.cpp" @ONLY)
set_source_files_properties("${PROJECT_BINARY_DIR}/generated/code_grammars.cpp" PROPERTIES OBJECT_DEPENDS "${grammar_packed}"
    SKIP_UNITY_BUILD_INCLUSION ON)
target_sources(broadsheet_press_text PRIVATE "${PROJECT_BINARY_DIR}/generated/code_grammars.cpp")
