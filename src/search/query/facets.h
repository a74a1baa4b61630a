// How many of the documents found belong to each year, category and tag.
#pragma once

#include <vector>

#include "search/answer/answer.h"
#include "search/query/files.h"
#include "search/query/word_match.h"

namespace broadsheet::search {

// `found` in ascending order of documents.
void count_facets(const std::vector<Scored>& found, const Root& root, Files& files, Answer& answer);

}  // namespace broadsheet::search
