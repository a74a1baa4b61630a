// What `list` and `next` say about an article: its file, its fields, and when it appears or
// expires.
#pragma once

#include "press/load/loaded_site.h"

namespace broadsheet::press {

SourceEntry source_of(const Article& article, const model::Date& now);

}  // namespace broadsheet::press
