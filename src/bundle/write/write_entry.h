// Writes an entry: a summary with all that only its own page shows.
#pragma once

#include "bundle/write/write_summary.h"
#include "model/publication.h"
#include "strings/json_text.h"

namespace broadsheet::bundle {

void write_entry(JsonText& out, const model::Entry& entry, Terms& terms);

}  // namespace broadsheet::bundle
