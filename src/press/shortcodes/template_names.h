// The names of variables in templates of shortcodes.
#pragma once

#include <string>
#include <string_view>

#include "press/shortcodes/shortcode_template.h"

namespace broadsheet::press {

// True for the names of variables that templates may use. `dot_is_value`: "." is what a block or a
// partial was given, which may have any members.
bool is_shortcode_variable(TemplateLanguage language, std::string_view name, bool dot_is_value);

// The name under which ShortcodeCall::variable knows a template's variable; empty for others.
std::string outer_variable(TemplateLanguage language, std::string_view name);

// ".Page.Title" and "$.Page.Title" are one.
std::string_view without_root(std::string_view name);

}  // namespace broadsheet::press
