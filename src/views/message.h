// What a reader sees when something fails: what it is, and ways on.
#pragma once

#include <string_view>

#include "views/view.h"

namespace broadsheet::views {

// A part of the publication could not be had; `what` is a sentence that says why.
page::Page failure_view(const model::Publication& publication, const ReaderState& state,
                        std::string_view what);

}  // namespace broadsheet::views
