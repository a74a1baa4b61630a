// Assembles the publication from all articles: entries with their neighbours and related articles,
// the lists, and the data that every page shows.
#pragma once

#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/articles/picture_uses.h"
#include "press/articles/site_index.h"
#include "press/articles/term_descriptions.h"
#include "press/publication/entry_store.h"
#include "press/publication/related.h"

namespace broadsheet::press {

// The result of assemble().
struct Assembled {
    model::Publication publication;
    EntryStore store;  // the bodies and related articles of packed entries
    Diagnostics diagnostics;
};

// Moves the bodies out of `articles`; packed bodies are shared. `jobs` is the number of threads.
// Reports problems that concern two articles, such as an alias that another article uses as its
// path.
Assembled assemble(std::vector<Article>& articles, const ContentFolder& content,
                   const SiteIndex& index, PictureUses& pictures, RelatedMemory& related,
                   const std::string& base_url, int jobs, const TermDescriptions& descriptions);

}  // namespace broadsheet::press
