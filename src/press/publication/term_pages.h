// The page that lists all terms of a custom taxonomy.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

// The name of a term with a link to its list.
model::Node link_to(const model::TagCount& term);
// A list of terms with links and numbers of articles: "Rivers (1,200)".
model::Node counted_list(const model::Site& site, const std::vector<model::TagCount>& terms);

// Adds the page of `taxonomy`. If the site has its own page at that path ("series/_index.md"),
// appends the list of terms to it and sets the taxonomy's name to its title. `packed`: bodies are
// kept in `store`.
void add_term_page(model::TermReference& taxonomy, const std::vector<model::TagCount>& terms,
                   model::Publication& publication, EntryStore& store, bool packed);

}  // namespace broadsheet::press
