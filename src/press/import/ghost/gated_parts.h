// Parts of Ghost's HTML that only members see.
#pragma once

#include <string>

#include "press/import/texts/imported_text.h"

namespace broadsheet::press {

// Removes them from a text that is stored as HTML, and counts them:
// <!--kg-gated-block:begin nonMember:false …-->…<!--kg-gated-block:end-->
void remove_gated_parts(std::string& html, ImportedText& result);

}  // namespace broadsheet::press
