// Makes a Document from another system's HTML what an author would have written in Markdown.
#pragma once

#include <functional>
#include <string>

#include "model/document.h"

namespace broadsheet::press {

// Wraps text outside paragraphs, removes identifiers that nothing links to, sizes of pictures,
// empty paragraphs and the figures around single blocks, and moves spaces out of emphasis.
// `target` gives the new target of each link and picture.
void tidy_document(model::Document& document,
                   const std::function<std::string(const std::string&)>& target);

}  // namespace broadsheet::press
