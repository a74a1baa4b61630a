// From articles to the publication: entries with their neighbours, lists, and what
// every page shows.
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

struct Assembled {
    model::Publication publication;
    EntryStore store;  // of entries whose bodies are packed
    Diagnostics diagnostics;
};

// Takes the articles' bodies; packed ones are shared. Problems that concern two articles are
// reported here.
Assembled assemble(std::vector<Article>& articles, const ContentFolder& content,
                   const SiteIndex& index, PictureUses& pictures, RelatedMemory& related,
                   const std::string& base_url, int jobs, const TermDescriptions& heads);

}  // namespace broadsheet::press
