// Finds entries that are translations of each other, by `translationKey` in their front matter, or
// else by their file names: "lake.md" and "lake.ar.md", or "en/lake.md" and "ar/lake.md".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"

namespace broadsheet::press {

// For the path of each translated entry: all its translations, including itself, sorted by
// language.
using Translations = std::map<model::Path, std::vector<model::Translation>>;

// `language` is that of the site; it may be empty. REQUIRES: the articles have their addresses.
Translations translations_of(const std::vector<const Article*>& articles,
                             const std::string& language);

// What the translations of a text have in common.
std::string translation_key(const PlacedArticle& article);

}  // namespace broadsheet::press
