// The page of all terms of one of the site's own taxonomies.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

// Adds the page; where the site has one of its own at that path ("series/_index.md"), the list of
// terms goes to its end, and the taxonomy is called as it is. `packed`: bodies are kept in `store`.
void add_term_page(model::TermReference& taxonomy, const std::vector<model::TagCount>& terms,
                   model::Publication& publication, EntryStore& store, bool packed);

}  // namespace broadsheet::press
