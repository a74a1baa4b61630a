// The terms of a site: the categories, tags, authors and others that its articles name, with one
// name and one address for each.
#pragma once

#include <string>
#include <vector>

#include "press/articles/term_descriptions.h"
#include "press/config/content_folder.h"
#include "press/publication/categories.h"
#include "press/publication/related.h"

namespace broadsheet::press {

class SiteTerms {
  public:
    // Reads all spellings, since all must be known before any is used. Articles are known by their
    // places in `articles`, which must outlive this.
    SiteTerms(const std::vector<Article>& articles, const ContentFolder& content,
              const TermDescriptions& heads);

    std::string name(const model::Path& path) const { return spellings_.name(path); }
    model::TermReference term(const model::Path& path) const { return {name(path), path}; }

    const std::vector<CategoryPath>& categories(std::size_t article) const {
        return categories_[article];
    }
    // The category below its ancestors, root first.
    std::vector<model::TermReference> trail_of(const CategoryPath& category) const;
    std::vector<model::TermReference> tags(std::size_t article) const;
    std::vector<model::TermReference> authors(std::size_t article) const;
    // Of the site's own taxonomies.
    std::vector<model::TermReference> others(std::size_t article) const;

    // Numbers for the terms of the articles at these places, in their order.
    std::vector<Kinship> kinships(const std::vector<std::size_t>& order) const;

  private:
    std::vector<model::TermReference> terms_at(const std::vector<model::Path>& paths) const;
    void add_spellings(const Article& article, const std::vector<CategoryPath>& categories);
    model::Path path_of_author(const std::string& author) const;

    const std::vector<Article>& articles_;
    const SiteConfig& config_;
    Spellings spellings_;
    std::vector<std::vector<CategoryPath>> categories_;  // of each article
};

}  // namespace broadsheet::press
