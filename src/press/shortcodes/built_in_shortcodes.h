// The Markdown and HTML of the shortcodes that need nothing of the site: figures, galleries, embeds
// and recordings.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "press/shortcodes/template_arguments.h"

namespace broadsheet::press {

// What to do about an unknown name.
std::string remedy_of_shortcode(const std::string& name);

// A Markdown code block. The fence is longer than any in the code.
std::string fenced(std::string_view language, std::string_view code);

std::string figure(const TemplateArguments& arguments);

// {{< gallery "a.jpg" "b.jpg" caption="…" >}}; the pictures may also be in one list.
std::string gallery(const TemplateArguments& arguments);

// True for the names of shortcodes that play a file.
bool is_recording(std::string_view name);

// The file of {{< audio src="…" >}} and the like, under the names that WordPress and themes use.
std::string file_of_recording(const TemplateArguments& arguments);
std::string recording(const TemplateArguments& arguments);

// The Markdown or HTML for shortcodes of videos and posts on other sites; nothing for other names.
std::optional<std::string> embed(const TemplateArguments& arguments);

}  // namespace broadsheet::press
