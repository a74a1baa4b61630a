// The texts of Ghost: Lexical and Mobiledoc, the two forms of its editors as JSON, and HTML.
#pragma once

#include <string_view>

#include "press/import/texts/imported_text.h"

namespace broadsheet::press {

// See ImportSource::read_text. Cards become what they mean; unknown ones are counted by name.
ImportedText read_ghost_text(std::string_view content, const TextContext& context);

}  // namespace broadsheet::press
