// Counts the documents found by year, category and tag.
#pragma once

#include <vector>

#include "search/answer/answer.h"
#include "search/query/index_cache.h"
#include "search/query/word_match.h"

namespace broadsheet::search {

// Adds the counts to `answer`. `found` is in ascending order of documents.
void count_facets(const std::vector<Scored>& found, const Root& root, IndexCache& cache,
                  Answer& answer);

}  // namespace broadsheet::search
