// Converts written comments to those that pages show.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/articles/comment_file.h"
#include "press/articles/recorded_lookups.h"

namespace broadsheet::press {

// Puts each comment after the one that it answers, and converts its text. Comments are written by
// strangers, so pictures and embeds become links, headings become paragraphs, and nothing has an
// identifier. REQUIRES: what read_comments says of its result.
std::vector<model::Comment> thread_of(const std::vector<WrittenComment>& comments,
                                      RecordedLookups& index);

}  // namespace broadsheet::press
