// Code in texts of WordPress: code shortcodes, such as [php]…[/php], <pre> and <code>.
#pragma once

#include <string>

namespace broadsheet::press {

// Escapes code that was written without escaping, such as "<?php" and "#include <stdio.h>", so that
// the reader of HTML does not take it for markup. Code shortcodes and <pre> become <pre> with the
// language in `info_attribute`. Formatting within <pre> and <code> stays markup.
void protect_wordpress_code(std::string& text);

}  // namespace broadsheet::press
