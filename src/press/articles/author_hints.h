// Slips that Markdown takes for text, so that nothing else would tell of them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "press/articles/article.h"

namespace broadsheet::press {

// Front matter without its delimiters, and a file's name that begins with a day that no calendar
// has. Warnings of every build.
void report_file_slips(Article& article);

// In the body: a code block that is not closed, a table without its line of dashes, an address with
// a space. Warnings of `check`. REQUIRES: the article has its text.
Diagnostics find_text_slips(const Article& article);

// What to do about a target that leads nowhere: "write https://…" for the name of a host, "write
// mailto:…" for an address of mail; nothing for others.
std::optional<std::string> remedy_of_target(std::string_view target);

}  // namespace broadsheet::press
