// The syntax of kramdown, Jekyll's Markdown, that has no counterpart in CommonMark.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace broadsheet::press {

// Resolves attribute lists (`{: #name .class key="value"}`) of blocks and spans, extensions
// (`{::nomarkdown}`, `{::comment}`), marks such as `{:toc}`, definitions of abbreviations, and HTML
// elements with Markdown in them (`<div markdown="1">`).
// Also resolves its tables (kramdown_tables.h), links (kramdown_links.h), line breaks (two
// backslashes at the end of a line) and ends of blocks (a line with "^"). Names, languages of code
// and first numbers of lists take effect; everything else vanishes. Code is not changed.
std::string resolve_kramdown(std::string_view source);

// Resolves the attribute lists that Hugo may have below a block: `{#name .class}`. Names take
// effect.
std::string resolve_block_attributes(std::string_view text);

// Gives the names that stand in a paragraph of their own, before a quote, list, table or code, to
// that block.
void name_following_blocks(std::vector<model::Node>& blocks);

}  // namespace broadsheet::press
