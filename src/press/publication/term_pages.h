// The page that lists all terms of a custom taxonomy.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

// Adds the page of `taxonomy`. If the site has its own page at that path ("series/_index.md"),
// appends the list of terms to it and sets the taxonomy's name to its title. `packed`: bodies are
// kept in `store`.
void add_term_page(model::TermReference& taxonomy, const std::vector<model::TagCount>& terms,
                   model::Publication& publication, EntryStore& store, bool packed);

}  // namespace broadsheet::press
