// Categories, tags and authors as articles name them. Each has one path and one spelling, even if
// articles differ in letter case.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// A category as the names from the top category down: {"Asia", "China", "Kunming"}.
using CategoryPath = std::vector<std::string>;

// True if the category lists of articles can be read as paths of nested categories: each name
// always has the same parent, and at least one article lists more than one name.
bool look_nested(const std::vector<Article>& articles);

// The categories of an article, without duplicates. The first is the primary one. `nested`: a list
// of names in front matter is one path of nested categories. A "/" within a name always separates
// levels.
std::vector<CategoryPath> categories_of(const Article& article, bool nested);

// Collects the spellings of terms. The most frequent one is used; among equally frequent ones, the
// first in byte order.
class Spellings {
  public:
    void add(const model::Path& path, const std::string& name);
    // Sets the name of a term that `add` has seen. Other paths are ignored.
    void decide(const model::Path& path, const std::string& name);
    std::string name(const model::Path& path) const;
    // Sorted.
    std::vector<model::Path> paths() const;

  private:
    std::map<model::Path, std::map<std::string, int>> names_;
};

// The path of the category's ancestor at `depth`, e.g. "/category/asia/" at depth 1.
model::Path category_path(const CategoryPath& category, std::size_t depth);
// Paths of tags and authors: "/tag/name/" and "/author/name/".
model::Path tag_path(const std::string& name);
model::Path author_path(const std::string& name);

}  // namespace broadsheet::press
