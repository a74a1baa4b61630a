// Sound and film in HTML.
#pragma once

#include <gumbo.h>

#include "model/document.h"

namespace broadsheet::press {

// A recording, `kind`, with its sources and its captions. Its other content is for browsers without
// players. Without a source, its target is empty. Sources after the first one are children with
// `source_info`.
model::Node read_recording(const GumboElement& element, model::NodeKind kind);

}  // namespace broadsheet::press
