// Long lists in pieces: which piece has which articles.
#pragma once

#include <vector>

#include "model/publication.h"

namespace broadsheet::bundle {

// Articles of a list are numbered from the oldest, which is 0, so that a new one changes no other's
// number. Run k of a list has the numbers from k · run_length on, run_length + page_size − 1 of
// them: each page lies within one run. The beginning of a list has all numbers from
// run_count · run_length on.
int run_count(int total, const model::Site& site);
// The run with the page that ends at `oldest`, the number of its oldest article; `run_count` for
// the beginning.
int run_of(int oldest, int total, const model::Site& site);

// A piece of a list as a file has it: a run, a beginning, or a heading, which has no articles.
struct ListPart {
    model::List list;                             // without articles; of a run only the path
    int run = -1;                                 // −1: not a run
    int total = 0;                                // articles in the whole list; 0 for a run
    std::vector<model::ArticleSummary> articles;  // newest first; a beginning's are the newest
};
// Puts the articles where they belong in a list of the right length.
void place(ListPart part, model::List& list, const model::Site& site);

}  // namespace broadsheet::bundle
