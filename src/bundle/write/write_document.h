// Writes documents in the bundle format.
#pragma once

#include "bundle/write/json_text.h"
#include "model/document.h"

namespace broadsheet::bundle {

// Writes an array of nodes.
void write_nodes(JsonText& out, const std::vector<model::Node>& nodes);

}  // namespace broadsheet::bundle
