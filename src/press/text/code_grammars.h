// The grammars for syntax highlighting. CMake generates the list from the grammar packages
// (src/grammars.cmake).
#pragma once

#include <string_view>
#include <vector>

struct TSLanguage;

namespace broadsheet::press {

// A tree-sitter grammar with its highlighting query.
struct CodeGrammar {
    std::string_view name;     // "javascript"
    std::string_view aliases;  // other names, separated by spaces: "js mjs"
    const TSLanguage* (*language)();
    std::string_view query;  // in tree-sitter's query language
};
// All grammars that this executable contains.
const std::vector<CodeGrammar>& code_grammars();

}  // namespace broadsheet::press
