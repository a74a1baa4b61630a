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

// What an author should know about the tags of a text, by names of elements.
struct HtmlProblems {
    std::set<std::string> shown;    // not closed, so their tags are text; "!--" is a comment
    std::set<std::string> open;     // not closed, so that what follows is in them
    std::set<std::string> unknown;  // not of HTML, so their tags are left out
};

// Repairs the tags in the running text of one block. `html` is the HTML of the block and `raw` the
// author's tags in it. Names of unknown elements and type parameters (`List<String>`) become text,
// and so do the tags of elements that would hide the text after them. Other elements that are not
// closed end with the block.
std::string repair_running_text(std::string_view html, const RawRanges& raw,
                                HtmlProblems& problems);

// Repairs the HTML blocks at `raw` in the HTML of an article: the tags of elements that would hide
// everything after them, comments without an end, and names of unknown elements become text;
// elements that hold text end with their block.
void repair_blocks(std::string& html, const RawRanges& raw, HtmlProblems& problems);

// Escapes, in Markdown, what begins an HTML block that goes on to the end of the text because its
// end is missing: comments, scripts, style sheets, processing instructions, declarations and so on.
std::string escape_endless_blocks(std::string_view text, HtmlProblems& problems);

// The text of an HTML fragment without its tags, comments, scripts and style sheets.
std::string text_without_tags(std::string_view html);

}  // namespace broadsheet::press
