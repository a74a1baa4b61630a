// The texts of WordPress: HTML of the classic editor or of blocks, with shortcodes.
#pragma once

#include <string_view>

#include "press/import/texts/imported_text.h"

namespace broadsheet::press {

ImportedText read_wordpress_text(std::string_view content, const TextContext& context);

}  // namespace broadsheet::press
