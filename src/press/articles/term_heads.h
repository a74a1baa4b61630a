// What a site says about a category, tag, author or other term in a file of its own, as Hugo has
// it: "categories/asia/china/_index.md", "tags/water/_index.md", "authors/ines-okafor/_index.md".
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/publication.h"
#include "press/articles/article.h"

namespace broadsheet::press {

struct TermHead {
    std::string title;  // empty: as articles write it
    std::string description;
};
using TermHeads = std::map<model::Path, TermHead>;  // by the path of the list

// The list that the file is about; nothing for any other file, and for translations: lists have one
// language.
std::optional<model::Path> path_of_term(const Article& article, const SiteConfig& config);

// REQUIRES: the body was read.
TermHead term_head_of(const Article& article);

}  // namespace broadsheet::press
