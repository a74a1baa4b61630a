// The languages that code can be coloured in. The list is made when the tool is built, from the
// grammars' packages (src/grammars.cmake).
#pragma once

#include <string_view>
#include <vector>

struct TSLanguage;

namespace broadsheet::press {

struct CodeGrammar {
    std::string_view name;     // "javascript"
    std::string_view aliases;  // other names, separated by spaces: "js mjs"
    const TSLanguage* (*language)();
    std::string_view query;  // in tree-sitter's query language: what is a keyword, a string, …
};
const std::vector<CodeGrammar>& code_grammars();

}  // namespace broadsheet::press
