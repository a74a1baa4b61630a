// French sets signs apart from their words: the plain spaces within "« »" and before "! ? ; : %"
// become ones that do not break.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

bool is_french(std::string_view language);

std::string with_french_spaces(std::string_view text);

// The texts in French of a document in `language`. Parts may have a language of their own.
void set_french_spaces(std::vector<model::Node>& nodes, std::string_view language);

}  // namespace broadsheet::press
