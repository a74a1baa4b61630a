// Colours of code, by tree-sitter: found when the site is built, so that the reader needs no
// grammar.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// The tokens of `code` as model::Node::tokens has them; empty for languages that we have no grammar
// of. `info` is a code block's: its first word names the language. Code with mistakes in it is
// coloured as far as it can be read. Safe to be called from many threads.
std::string code_tokens(std::string_view code, std::string_view info);

// Fills in the tokens of every code block below `nodes`.
void color_code(std::vector<model::Node>& nodes);

}  // namespace broadsheet::press
