// Checks for common mistakes that are valid Markdown, so that the parser does not report them.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "press/articles/article.h"

namespace broadsheet::press {

// Reports front matter without delimiters, and file names that start with an invalid date. Every
// build shows these warnings.
void report_file_mistakes(SourceArticle& article);

// Finds mistakes in the body: unclosed code blocks, tables without a delimiter row, and link
// targets with a space. Only `check` shows these warnings. REQUIRES: the article has its text.
Diagnostics find_text_mistakes(const SourceArticle& article);

// The remedy for a broken link whose target looks like a host name or an e-mail address without a
// scheme: "write https://…" or "write mailto:…". Nothing for other targets.
std::optional<std::string> remedy_of_target(std::string_view target);

}  // namespace broadsheet::press
