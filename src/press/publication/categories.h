// Categories, tags and authors from what articles say about them: one spelling and one address for
// each, whatever the case it was written in.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/publication.h"
#include "press/articles/article.h"
#include "press/config/site_config.h"

namespace broadsheet::press {

// A category as names from the root: {"Asia", "China", "Kunming"}.
using CategoryPath = std::vector<std::string>;

// True where the lists that articles give read as one nested category each: the same name is always
// below the same other one.
bool look_nested(const std::vector<Article>& articles);

// The categories of one article; the first is its primary one.
std::vector<CategoryPath> categories_of(const Article& article, bool nested);

// Chooses among spellings: the commonest, then the first in order.
class Spellings {
  public:
    void add(const model::Path& path, const std::string& name);
    // Settles the name of a term that articles have; others stay unknown.
    void decide(const model::Path& path, const std::string& name);
    std::string name(const model::Path& path) const;
    // In the order of their paths.
    std::vector<model::Path> paths() const;

  private:
    std::map<model::Path, std::map<std::string, int>> names_;
};

model::Path category_path(const CategoryPath& category, std::size_t depth);
model::Path tag_path(const std::string& name);
model::Path author_path(const std::string& name);

}  // namespace broadsheet::press
