// The lists of a site: the front page, terms, years, months and days.
#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "model/publication.h"
#include "press/publication/author_profile.h"
#include "press/publication/site_terms.h"

namespace broadsheet::press {

// Builds all lists from the articles.
class SiteLists {
  public:
    // Both arguments must outlive this object. The lists are added to `lists`.
    SiteLists(const SiteTerms& terms, std::map<model::Path, model::List, std::less<>>& lists);

    // Adds an article to its lists. `place` is its index in the articles of `terms`. Returns the
    // summary that lists share. REQUIRES: articles are added newest first.
    std::shared_ptr<model::ArticleSummary> add(std::size_t place, const Article& article);

    std::vector<model::ArchiveMonth> archive() const;  // newest first
    // The 45 most frequent tags, most frequent first.
    std::vector<model::TagCount> top_tags() const;
    // All tags, sorted by name, without diacritics of Latin letters.
    std::vector<model::TagCount> tags() const;
    // The tree of categories.
    std::vector<model::CategoryNode> categories() const;
    // The terms of a custom taxonomy, sorted alike.
    std::vector<model::TagCount> terms_of(const model::TermReference& taxonomy) const;

    // Sets the titles and descriptions of all lists, and adds the calendar lists.
    // `descriptions` are the descriptions of terms. REQUIRES: all articles are
    // added, and `site` has the results of the functions above.
    void finish(const model::Site& site, const SiteConfig& config, const SiteIndex& index,
                PictureUses& pictures, const TermDescriptions& descriptions);
    // Adds the leading articles and the sections of the front page. A section that does not exist
    // is an error, without its path. REQUIRES: `finish` was called.
    void fill_front_page(const model::Site& site, const FrontConfig& config,
                         Diagnostics& diagnostics);

  private:
    // An article that leads the front page.
    struct Lead {
        int weight = 0;
        model::ArticleSummary summary;
    };

    // The terms of this kind whose paths begin with `start`, sorted by path.
    std::vector<model::TagCount> terms_by_path(model::ListKind kind, std::string_view start) const;
    model::List& list(model::ListKind kind, const model::Path& path);
    void count_day(model::Day day);
    void fill_category_head(model::List& head) const;
    void fill_term_head(model::List& head, const model::Site& site) const;
    void list_calendar(const model::Site& site);
    void add_leads(const model::Site& site);
    void add_section(const model::List& from, int articles);
    const model::List* list_named(std::string_view name) const;

    const SiteTerms& terms_;
    std::map<model::Path, model::List, std::less<>>& lists_;
    std::map<std::pair<int, int>, model::ArchiveMonth>
        months_;  // by negative year and month, so newest first
    std::vector<Lead> leads_;
};

// The summary as lists show it, with an excerpt of at most 160 characters.
model::ArticleSummary list_summary(const model::ArticleSummary& summary);

}  // namespace broadsheet::press
