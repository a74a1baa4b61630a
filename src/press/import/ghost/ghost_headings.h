// The names that Ghost gives to headings, so that links to them keep working.
#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace broadsheet::press {

// The name of a heading in Ghost 4 and later: "Costs & benefits" has "costs-benefits".
std::string ghost_heading_name(std::string_view title);

// Gives headings without an identifier the one that they had in Ghost.
void identify_ghost_headings(model::Document& document);

}  // namespace broadsheet::press
