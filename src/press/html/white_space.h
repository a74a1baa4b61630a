// White space and line breaks between the inline nodes of a document.
#pragma once

#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// True for soft breaks, and for texts that are empty or white space.
bool is_white(const model::Node& node);

// Merges adjacent texts; removes spaces next to line breaks, and empty texts.
void merge_texts(std::vector<model::Node>& nodes);

// Removes white space at both ends of each run of inline nodes between blocks.
void trim_runs(std::vector<model::Node>& nodes, bool block_context);

// Chinese and Japanese are written without spaces, so a line break in the source is not one.
void drop_breaks_between_ideographs(std::vector<model::Node>& nodes);

}  // namespace broadsheet::press
