#include "press/publication/site_lists.h"

#include <algorithm>
#include <bit>
#include <set>

#include "addresses/paths.h"
#include "model/queries.h"
#include "press/articles/article_body.h"
#include "press/text/excerpt.h"
#include "views/calendar_list.h"
#include "views/view.h"

namespace broadsheet::press {

namespace {

using model::ListKind;
using model::TermReference;

constexpr std::size_t list_excerpt_characters = 160;
constexpr std::size_t max_tags = 45;
constexpr std::size_t max_sections = 8;
constexpr std::size_t section_articles = 5;

std::vector<model::TagCount> sorted_by_name(std::vector<model::TagCount> terms) {
    std::stable_sort(terms.begin(), terms.end(), [](const auto& left, const auto& right) {
        return lower_ascii(left.name) < lower_ascii(right.name);
    });
    return terms;
}

}  // namespace

SiteLists::SiteLists(const SiteTerms& terms, std::map<model::Path, model::List, std::less<>>& lists)
    : terms_(terms), lists_(lists) {
    list(ListKind::front, "/");  // exists even without articles
}

model::List& SiteLists::list(ListKind kind, const model::Path& path) {
    model::List& found = lists_[path];
    found.kind = kind;
    found.path = path;
    return found;
}

std::shared_ptr<model::ArticleSummary> SiteLists::add(std::size_t place, const Article& article) {
    auto summary = std::make_shared<model::ArticleSummary>(list_summary(article.summary));
    std::set<model::Path> listed;
    const auto add_to = [&](ListKind kind, const model::Path& path) {
        if (listed.insert(path).second) list(kind, path).articles.push_back(summary);
    };
    for (const TermReference& author : summary->authors) add_to(ListKind::author, author.path);
    for (const CategoryPath& category : terms_.categories(place)) {
        for (const TermReference& each : terms_.trail_of(category)) {
            add_to(ListKind::category, each.path);
        }
    }
    for (const TermReference& tag : terms_.tags(place)) add_to(ListKind::tag, tag.path);
    for (const TermReference& term : terms_.others(place)) add_to(ListKind::term, term.path);
    // The first stories of the front page show longer excerpts than all other lists.
    model::List& front = list(ListKind::front, "/");
    const bool long_excerpt = front.articles.size() < views::front_stories;
    front.articles.push_back(long_excerpt ? std::make_shared<model::ArticleSummary>(article.summary)
                                          : summary);
    if (article.dated) count_day(article.date.day);
    return summary;
}

void SiteLists::count_day(model::Day day) {
    model::ArchiveMonth& month = months_[{-day.year, -day.month}];
    month.year = day.year;
    month.month = day.month;
    ++month.count;
    const std::uint32_t bit = std::uint32_t{1} << (day.day - 1);
    const auto index = std::popcount(month.days & (bit - 1));
    if ((month.days & bit) == 0) month.day_counts.insert(month.day_counts.begin() + index, 0);
    month.days |= bit;
    ++month.day_counts[static_cast<std::size_t>(index)];
}

std::vector<model::ArchiveMonth> SiteLists::archive() const {
    std::vector<model::ArchiveMonth> archive;
    for (const auto& [key, month] : months_) archive.push_back(month);
    return archive;
}

std::vector<model::TagCount> SiteLists::top_tags() const {
    std::vector<model::TagCount> tags = terms_by_path(ListKind::tag, "");
    std::stable_sort(tags.begin(), tags.end(),
                     [](const auto& left, const auto& right) { return left.count > right.count; });
    if (tags.size() > max_tags) tags.resize(max_tags);
    return tags;
}

// Paths are sorted, so parents come before their children.
std::vector<model::CategoryNode> SiteLists::categories() const {
    std::vector<model::CategoryNode> top;
    for (const auto& [path, list] : lists_) {
        if (list.kind != ListKind::category) continue;
        std::vector<model::CategoryNode>* level = &top;
        while (!level->empty() && path.starts_with(level->back().path)) {
            level = &level->back().children;
        }
        level->push_back({terms_.name(path), path, list.total(), {}});
    }
    return top;
}

std::vector<model::TagCount> SiteLists::tags() const {
    return sorted_by_name(terms_by_path(ListKind::tag, ""));
}

std::vector<model::TagCount> SiteLists::terms_of(const TermReference& taxonomy) const {
    return sorted_by_name(terms_by_path(ListKind::term, taxonomy.path));
}

std::vector<model::TagCount> SiteLists::terms_by_path(ListKind kind, std::string_view start) const {
    std::vector<model::TagCount> terms;
    for (const auto& [path, list] : lists_) {
        if (list.kind == kind && path.starts_with(start)) {
            terms.push_back({terms_.name(path), path, list.total()});
        }
    }
    return terms;
}

void SiteLists::finish(const model::Site& site, const SiteConfig& config, const SiteIndex& index,
                       PictureUses& pictures, const TermDescriptions& descriptions) {
    for (auto& [path, list] : lists_) {
        switch (list.kind) {
            case ListKind::front:
                list.title = site.title;
                list.description = site.description;
                break;
            case ListKind::category: fill_category_head(list); break;
            case ListKind::tag: list.title = terms_.name(path); break;
            case ListKind::term: fill_term_head(list, site); break;
            case ListKind::author:
                list.title = terms_.name(path);
                describe_author(list, config, index, pictures);
                break;
            case ListKind::year:
            case ListKind::month:
            case ListKind::day: break;  // complete from list_calendar
        }
        if (const auto found = descriptions.find(path);
            found != descriptions.end() && list.description.empty()) {
            list.description = found->second.description;
        }
    }
    list_calendar(site);
    fill_front_sections(site);
}

void SiteLists::fill_term_head(model::List& head, const model::Site& site) const {
    head.title = terms_.name(head.path);
    for (const TermReference& taxonomy : site.taxonomies) {
        if (head.path.starts_with(taxonomy.path)) head.trail = {taxonomy};
    }
}

void SiteLists::fill_category_head(model::List& head) const {
    constexpr std::size_t prefix = std::string_view("/category/").size();
    head.title = terms_.name(head.path);
    for (auto end = head.path.find('/', prefix); end + 1 < head.path.size();
         end = head.path.find('/', end + 1)) {
        head.trail.push_back(terms_.term(head.path.substr(0, end + 1)));
    }
}

// Year, month and day lists are ranges of the front page's list.
void SiteLists::list_calendar(const model::Site& site) {
    const auto& all = lists_.at("/").articles;
    const auto add = [&](const model::Path& path) {
        auto calendar = views::calendar_list(site, path);
        if (!calendar) return;
        const auto begin = all.begin() + calendar->first;
        calendar->list.articles.assign(begin, begin + calendar->count);
        lists_.emplace(path, std::move(calendar->list));
    };
    for (const model::ArchiveMonth& month : site.archive) {
        if (!lists_.contains(addresses::year_path(month.year)))
            add(addresses::year_path(month.year));
        add(addresses::month_path(month.year, month.month));
        for (int day = 1; day <= 31; ++day) {
            if (((month.days >> (day - 1)) & 1U) != 0) {
                add(addresses::day_path({month.year, month.month, day}));
            }
        }
    }
}

// Adds the newest articles of each top category to the front page. The number of sections is
// limited.
void SiteLists::fill_front_sections(const model::Site& site) {
    model::List& front = lists_.at("/");
    for (const model::CategoryNode& category : site.categories) {
        if (front.sections.size() == max_sections) break;
        const auto list = lists_.find(category.path);
        if (list == lists_.end()) continue;
        model::ListSection section{{category.name, category.path}, category.count, {}};
        for (const auto& article : list->second.articles) {
            if (section.articles.size() == section_articles) break;
            section.articles.push_back(*article);
            section.articles.back().excerpt.clear();
        }
        front.sections.push_back(std::move(section));
    }
}

model::ArticleSummary list_summary(const model::ArticleSummary& summary) {
    model::ArticleSummary copy = summary;
    copy.excerpt = cut_at_word(summary.excerpt, list_excerpt_characters);
    return copy;
}

}  // namespace broadsheet::press
