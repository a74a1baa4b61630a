// Writes documents in the bundle format.
#pragma once

#include "model/document.h"
#include "strings/json_text.h"

namespace broadsheet::bundle {

// Writes an array of nodes.
void write_nodes(strings::JsonText& out, const std::vector<model::Node>& nodes);

}  // namespace broadsheet::bundle
