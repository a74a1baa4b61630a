// The search's program as one file, so that the first question waits for one request and not three.
#pragma once

#include <map>
#include <string>
#include <string_view>

namespace broadsheet::press {

// A string of JavaScript in which each character stands for a byte. Plain text: no control
// character but what JavaScript's strings may hold, and little longer than the bytes once
// compressed.
std::string javascript_string(std::string_view bytes);

// Puts the modules that search-worker.js runs, the search and the stemmer of the site's language
// where it has one, into that file, and leaves out all modules of the search. `files`: the reader's
// by name; they stay as they are where the search's are not there. `language`: a BCP 47 tag.
void join_search_program(std::map<std::string, std::string>& files, std::string_view language);

}  // namespace broadsheet::press
