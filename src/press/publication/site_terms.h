// The terms of a site: its categories, tags, authors and terms of custom taxonomies, each with one
// name and one path.
#pragma once

#include <string>
#include <vector>

#include "press/articles/term_descriptions.h"
#include "press/config/content_folder.h"
#include "press/config/taxonomies.h"
#include "press/publication/author_profile.h"
#include "press/publication/categories.h"
#include "press/publication/related.h"

namespace broadsheet::press {

// Calls `visit(path, name)` for each term that an article names.
template <typename Visit>
void for_each_term(const Fields& fields, const std::vector<CategoryPath>& categories,
                   const SiteConfig& config, const Visit& visit) {
    for (const CategoryPath& category : categories) {
        for (std::size_t depth = 1; depth <= category.size(); ++depth) {
            visit(category_path(category, depth), category[depth - 1]);
        }
    }
    for (const std::string& tag : fields.tags) visit(tag_path(tag), tag);
    for (const TermField& field : fields.terms) {
        for (const std::string& name : field.names) visit(term_path(field.taxonomy, name), name);
    }
    for (const std::string& author : fields.authors) {
        const AuthorConfig* known = author_config(config, author);
        visit(path_of_author(config, author), known == nullptr ? author : known->name);
    }
}

// Looks up the terms of articles. Articles are identified by their indices.
class SiteTerms {
  public:
    // Reads the spellings of all articles first, because the most frequent one is used everywhere.
    // `articles` and `content` must outlive this object. `descriptions` are the descriptions of
    // terms; their titles replace the spellings in articles.
    SiteTerms(const std::vector<Article>& articles, const ContentFolder& content,
              const TermDescriptions& descriptions, Diagnostics& diagnostics);

    std::string name(const model::Path& path) const { return spellings_.name(path); }
    model::TermReference term(const model::Path& path) const { return {name(path), path}; }

    const std::vector<CategoryPath>& categories(std::size_t article) const {
        return categories_[article];
    }
    // The category after its ancestors, top category first.
    std::vector<model::TermReference> trail_of(const CategoryPath& category) const;
    std::vector<model::TermReference> tags(std::size_t article) const;
    std::vector<model::TermReference> authors(std::size_t article) const;
    // The terms of custom taxonomies.
    std::vector<model::TermReference> others(std::size_t article) const;

    // The input of related_articles() for the articles with these indices, in this order.
    std::vector<RelatedKey> related_keys(const std::vector<std::size_t>& order) const;

  private:
    std::vector<model::TermReference> terms_at(const std::vector<model::Path>& paths) const;
    void report_shared_lists(Diagnostics& diagnostics) const;

    const std::vector<Article>& articles_;
    const SiteConfig& config_;
    const SiteInput& input_;
    Spellings spellings_;
    std::vector<std::vector<CategoryPath>> categories_;  // by article
};

}  // namespace broadsheet::press
