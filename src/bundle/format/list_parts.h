// The division of long lists into parts.
#pragma once

#include <vector>

#include "model/publication.h"

namespace broadsheet::bundle {

// Articles of a list are numbered from the oldest, which is 0, so that a new article does not
// change other numbers. Run k of a list contains run_length + page_size − 1 articles from number k
// · run_length on, so each page lies within one run. The beginning of a list contains all articles
// from number run_count · run_length on.
// The number of runs of a list with `total` articles.
int run_count(int total, const model::Site& site);
// The run that contains the page whose oldest article has the number `oldest`; `run_count` for the
// beginning.
int run_of(int oldest, int total, const model::Site& site);

// A stored part of a list: a run, a beginning, or a heading, which has no articles.
struct ListPart {
    model::List list;  // without articles; for a run, only the path
    int run = -1;      // −1: not a run
    int total = 0;     // number of articles in the whole list; 0 for a run
    std::vector<model::ArticleSummary>
        articles;  // newest first; the newest of the list for a beginning
};
// Copies the articles of a part to their positions in `list`, which has its full length.
void place(ListPart part, model::List& list, const model::Site& site);

}  // namespace broadsheet::bundle
