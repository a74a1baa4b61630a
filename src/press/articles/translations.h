// Which entries are one text in several languages, by the names of their files: "lake.md" and
// "lake.ar.md", or "en/lake.md" and "ar/lake.md".
#pragma once

#include <map>
#include <string>
#include <vector>

#include "model/members.h"
#include "model/publication.h"
#include "press/articles/article.h"

namespace broadsheet::press {

struct Translation {
    std::string language;
    model::Path path;

    bool operator==(const Translation&) const = default;
};

// For the path of each such entry all of them, itself too, by language.
using Translations = std::map<model::Path, std::vector<Translation>>;

// REQUIRES: the articles have their addresses. `language` is the site's; may be empty.
Translations translations_of(const std::vector<Article>& articles, const std::string& language);

// See model/members.h.
template <model::Either<Translation> Type, typename Visit>
void members(Type& translation, Visit&& visit) {
    auto& [language, path] = translation;
    visit(language, path);
}

}  // namespace broadsheet::press
