// Repairs the HTML that authors write in Markdown, so that an element that is not closed does not
// take the rest of the article with it.
#pragma once

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace broadsheet::press {

// Ranges of a text that are raw HTML, from and to an offset, in order.
using RawRanges = std::vector<std::pair<std::size_t, std::size_t>>;

// Repairs the tags in the running text of one block. `html` is the HTML of the block and `raw` the
// author's tags in it. Names of unknown elements and type parameters (`List<String>`) become text,
// and so do the tags of elements that would hide the text after them. Other elements that are not
// closed end with the block. Adds the names of the hidden elements to `shown`.
std::string repair_running_text(std::string_view html, const RawRanges& raw,
                                std::set<std::string>& shown);

// Repairs the HTML blocks at `raw` in the HTML of an article: the tags of elements that would hide
// everything after them, and comments without an end, become text.
void repair_blocks(std::string& html, const RawRanges& raw, std::set<std::string>& shown);

// Escapes, in Markdown, what begins an HTML block that goes on to the end of the text because its
// end is missing: comments, scripts, style sheets, processing instructions and so on.
std::string escape_endless_blocks(std::string_view text, std::set<std::string>& shown);

// The text of an HTML fragment without its tags, comments, scripts and style sheets.
std::string text_without_tags(std::string_view html);

}  // namespace broadsheet::press
