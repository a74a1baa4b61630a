// The division of long lists into parts.
#pragma once

#include <vector>

#include "model/publication.h"

namespace broadsheet::bundle {

// Articles of a list are numbered from the oldest, which is 0, so that a new article does not
// change other numbers. Chunk k of a list contains chunk_length + page_size − 1 articles from
// number k · chunk_length on, so each page lies within one chunk. The beginning of a list contains
// all articles from number chunk_count · chunk_length on.

// The number of chunks of a list with `total` articles.
int chunk_count(int total, const model::Site& site);
// The chunk that contains the page whose oldest article has the number `oldest`; `chunk_count` for
// the beginning.
int chunk_of(int oldest, int total, const model::Site& site);

// A stored part of a list: a chunk, a beginning, or a heading, which has no articles.
struct ListPart {
    model::List list;  // without articles; for a chunk, only the path
    int chunk = -1;    // −1: not a chunk
    int total = 0;     // number of articles in the whole list; 0 for a chunk
    std::vector<model::ArticleSummary>
        articles;  // newest first; the newest of the list for a beginning
};
// Copies the articles of a part to their positions in `list`, which has its full length.
void place(ListPart part, model::List& list, const model::Site& site);

}  // namespace broadsheet::bundle
