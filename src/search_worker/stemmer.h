// The stemmer that web/search-worker.js fetches for the program: a module of its own, named by what
// wants it, as the index's files are.
#pragma once

#include <string>

namespace broadsheet::search_worker {

// Of the module without which words are their own stems; empty where none is lacking.
std::string wanted_stemmer();
// It is there, or could not be had.
void take_stemmer(bool arrived);
// For another try.
void forget_missing_stemmer();

}  // namespace broadsheet::search_worker
