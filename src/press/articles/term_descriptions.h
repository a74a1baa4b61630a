// Descriptions of terms (categories, tags, authors and terms of custom taxonomies) in files of
// their own, as in Hugo: "categories/asia/china/_index.md", "tags/water/_index.md",
// "authors/ines-okafor/_index.md".
#pragma once

#include <map>
#include <optional>
#include <string>

#include "model/publication.h"
#include "press/articles/article.h"

namespace broadsheet::press {

// The title and description of a term's list page.
struct TermDescription {
    std::string title;  // empty: the name that articles use
    std::string description;
};
using TermDescriptions = std::map<model::Path, TermDescription>;  // by the path of the list page

// The path of the list page that a file describes. Nothing for other files and for translations,
// because list pages have one language.
std::optional<model::Path> path_of_term(const SourceArticle& article, const SiteConfig& config);

// The description in a file. REQUIRES: read_body was called.
TermDescription term_description_of(const Article& article);

}  // namespace broadsheet::press
