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

// The setting `nested_categories`. Only this tool reads the lists of categories as paths.
std::optional<bool> nesting_setting(Generator generator, const SiteConfig& config);

// How the lists of categories in front matter are read: as one path of nested categories, or as
// separate categories.
class CategoryNesting {
  public:
    // Without a `setting`, decides by the majority of lists with several names, for each top
    // category: they are paths if the names below the first have the same parent in most of their
    // uses. Of equally frequent uses, the oldest counts. A single article can therefore not change
    // the addresses of other categories.
    CategoryNesting(const std::vector<Article>& articles, std::optional<bool> setting);

    // Whether lists that begin with the category of this slug are paths.
    bool is_nested(const std::string& top) const;

    // The categories of an article, without duplicates. The first is the primary one. A "/" within
    // a name always separates levels, and "//" is a slash of the name.
    std::vector<CategoryPath> categories_of(const SourceArticle& article) const;

    // Warnings about articles that differ from the others: the first for each name and parent.
    Diagnostics find_exceptions(const std::vector<Article>& articles, const SiteInput& input) const;

    // Warnings about categories below more levels than there can be.
    Diagnostics find_too_deep(const std::vector<Article>& articles, const SiteInput& input) const;

    // Warnings about names such as "TCP/IP" of which no other article has the part before the
    // slash: this may be one name, not a category within another.
    Diagnostics find_lone_paths(const std::vector<Article>& articles, const SiteInput& input) const;

  private:
    struct Parents {
        std::map<std::string, int> uses;  // by path of the parent; "/" at the top
        int all = 0;
        std::string oldest;  // the parent in the oldest article
    };
    // What a list says about the nesting.
    enum class Evidence { none, path, flat };

    bool is_usual(const std::string& slug, const std::string& parent) const;
    bool is_at_top(const std::string& slug) const;
    // True for a use of a category at a rare place.
    bool is_exception(const std::string& slug, const std::string& parent, bool in_branch) const;
    bool is_path(const CategoryList& list) const;
    Evidence evidence_of(const CategoryList& list) const;

    std::optional<bool> setting_;
    std::map<std::string, Parents> parents_;  // by slug of the name
    // Lists that are paths, minus those that are not: by slug of the first name, and in all.
    std::map<std::string, int> branch_balances_;
    int site_balance_ = 0;
};

// Collects the spellings of terms. The most frequent one is used; among equally frequent ones, the
// first in byte order.
class Spellings {
  public:
    void add(const model::Path& path, const std::string& name);
    // Sets the name of a term that `add` has seen. Other paths are ignored.
    void decide(const model::Path& path, const std::string& name);
    std::string name(const model::Path& path) const;
    // All spellings of a term, sorted.
    std::vector<std::string> names(const model::Path& path) const;
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
