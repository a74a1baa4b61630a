// The pages that lead to every part of a site without a script: /archive/ with all months,
// /categories/ and /tags/. Pages of articles link to them instead of repeating their content, so
// that a new article changes three files and not all.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/articles/site_index.h"
#include "press/publication/entry_store.h"

namespace broadsheet::press {

// Adds the pages that have content and whose paths the site does not use itself. A page without
// text that the site has there gets the content. `tags` are all tags, in the order to list them;
// `files` are the author's. `packed`: bodies are kept in `store`. REQUIRES: the site has its
// archive, categories and phrases.
void add_overview_pages(const std::vector<model::TagCount>& tags, const std::vector<Asset>& files,
                        model::Publication& publication, EntryStore& store, bool packed);

}  // namespace broadsheet::press
