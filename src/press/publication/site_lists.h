// The lists of a site: its front page, terms, years, months and days.
#pragma once

#include <map>
#include <memory>
#include <utility>
#include <vector>

#include "model/publication.h"
#include "press/publication/author_profile.h"
#include "press/publication/site_terms.h"

namespace broadsheet::press {

class SiteLists {
  public:
    // Fills `lists`.
    SiteLists(const SiteTerms& terms, std::map<model::Path, model::List, std::less<>>& lists);

    // REQUIRES: articles come in the order of the lists, newest first. Returns what most lists have
    // of the article.
    std::shared_ptr<model::ArticleSummary> add(std::size_t place, const Article& article);

    std::vector<model::ArchiveMonth> archive() const;  // newest first
    std::vector<model::TagCount> top_tags() const;
    std::vector<model::CategoryNode> categories() const;
    // The terms of one of the site's own taxonomies, by their names.
    std::vector<model::TagCount> terms_of(const model::TermReference& taxonomy) const;

    // What stands above the articles, the lists of the calendar, and the sections of the front
    // page. REQUIRES: all articles are added, and `site` has what is above.
    void finish(const model::Site& site, const SiteConfig& config, const SiteIndex& index,
                PictureUses& pictures, const TermDescriptions& heads);

  private:
    model::List& list(model::ListKind kind, const model::Path& path);
    void count_day(model::Day day);
    void fill_category_head(model::List& head) const;
    void fill_term_head(model::List& head, const model::Site& site) const;
    void list_calendar(const model::Site& site);
    void fill_front_sections(const model::Site& site);

    const SiteTerms& terms_;
    std::map<model::Path, model::List, std::less<>>& lists_;
    std::map<std::pair<int, int>, model::ArchiveMonth> months_;  // newest first
};

// What lists have of an article: not all of its excerpt.
model::ArticleSummary list_summary(const model::ArticleSummary& summary);

}  // namespace broadsheet::press
