// Assembles the publication from all articles: entries with their neighbours and related articles,
// the lists, and the data that every page shows.
#pragma once

#include <string>
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

// The parameters of assemble().
struct AssembleOptions {
    std::string base_url;
    int jobs = 1;  // threads
    // Articles are not needed afterwards, except for their addresses. Each is let go of as soon as
    // its entry is made, so that a large site is not in memory twice. REQUIRES: they are packed.
    bool once = false;
};

// Moves the bodies out of `articles`; packed bodies are shared. Reports problems that concern two
// articles, such as an alias that another article uses as its path.
Assembled assemble(std::vector<Article>& articles, const ContentFolder& content,
                   const SiteIndex& index, PictureUses& pictures, RelatedMemory& related,
                   const TermDescriptions& descriptions, const AssembleOptions& options);

}  // namespace broadsheet::press
