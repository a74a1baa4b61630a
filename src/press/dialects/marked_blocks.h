// The blocks that the Markdown parser does not support: definition lists and callouts.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "press/dialects/callouts.h"
#include "press/dialects/definition_lists.h"

namespace broadsheet::press {

// Marks them before parsing. REQUIRES: `text` is from mark_body.
inline std::string mark_blocks(std::string_view text) {
    return mark_callouts(mark_definitions(text));
}

// Makes them from their marks after parsing.
inline void make_marked_blocks(std::vector<model::Node>& blocks) {
    make_definition_lists(blocks);
    make_callouts(blocks);
}

}  // namespace broadsheet::press
