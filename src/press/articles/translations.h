// Finds entries that are translations of each other, by their file names: "lake.md" and
// "lake.ar.md", or "en/lake.md" and "ar/lake.md".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/members.h"
#include "model/publication.h"
#include "press/articles/article.h"

namespace broadsheet::press {

// An entry and its language.
struct Translation {
    std::string language;
    model::Path path;

    bool operator==(const Translation&) const = default;
};

// For the path of each translated entry: all its translations, including itself, sorted by
// language.
using Translations = std::map<model::Path, std::vector<Translation>>;

// `language` is that of the site; it may be empty. REQUIRES: the articles have their addresses.
Translations translations_of(const std::vector<Article>& articles, const std::string& language);

// See model/members.h.
template <model::Either<Translation> Type, typename Visit>
void members(Type& translation, Visit&& visit) {
    auto& [language, path] = translation;
    visit(language, path);
}

}  // namespace broadsheet::press
