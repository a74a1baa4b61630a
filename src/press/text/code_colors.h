// Syntax highlighting with tree-sitter. It runs when the site is built, so that the reader needs no
// grammars.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// Returns the tokens of `code` in the format of model::Node::tokens. `info` is the info string of a
// code block; its first word names the language. Returns an empty string for unknown languages and
// for code over 200,000 bytes. Code with syntax errors is highlighted as far as it can be parsed.
// Safe to call from several threads.
std::string code_tokens(std::string_view code, std::string_view info);

// Sets the tokens of all code blocks in `nodes` and their descendants.
void color_code(std::vector<model::Node>& nodes);

}  // namespace broadsheet::press
