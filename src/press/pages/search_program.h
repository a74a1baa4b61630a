// Joins the search program into one file, so that the first search waits for one request instead of
// three.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace broadsheet::press {

// A JavaScript string literal in which each character stands for a byte. It contains only
// characters that JavaScript allows in string literals, and is only slightly longer than `bytes`
// when compressed.
std::string javascript_string(std::string_view bytes);

// Embeds the search module and the stemmer of the site's language, if there is one, in
// search-worker.js, and removes all search modules from `files`. `files` are the reader's files by
// name; they stay unchanged if the search is missing. `language` is a BCP 47 tag.
void join_search_program(std::map<std::string, std::string>& files, std::string_view language);

}  // namespace broadsheet::press
