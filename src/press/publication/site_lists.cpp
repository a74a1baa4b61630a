#include "press/publication/site_lists.h"

#include <algorithm>
#include <bit>
#include <limits>
#include <set>

#include "addresses/paths.h"
#include "addresses/slug.h"
#include "model/queries.h"
#include "press/articles/article_body.h"
#include "press/base/nearest_name.h"
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

// Latin letters count without their diacritics, so É is beside E.
std::vector<model::TagCount> sorted_by_name(std::vector<model::TagCount> terms) {
    std::stable_sort(terms.begin(), terms.end(), [](const auto& left, const auto& right) {
        return addresses::term_slug(left.name) < addresses::term_slug(right.name);
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
    const bool long_excerpt = front.articles.size() < views::long_excerpts;
    front.articles.push_back(long_excerpt ? std::make_shared<model::ArticleSummary>(article.summary)
                                          : summary);
    if (article.fields.leads) leads_.push_back({article.fields.weight, article.summary});
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

// Those with a weight come first, the smallest weight before all others. Then come the newest.
void SiteLists::add_leads(const model::Site& site) {
    const auto key = [](const Lead& lead) {
        return lead.weight == 0 ? std::numeric_limits<int>::max() : lead.weight;
    };
    std::stable_sort(leads_.begin(), leads_.end(),
                     [&](const Lead& left, const Lead& right) { return key(left) < key(right); });
    const auto most = static_cast<std::size_t>(views::front_stories(site));
    if (leads_.size() > most) leads_.resize(most);
    std::vector<model::ArticleSummary>& leads = lists_.at("/").leads;
    for (Lead& lead : leads_) leads.push_back(std::move(lead.summary));
    leads_.clear();
}

void SiteLists::add_section(const model::List& from, int articles) {
    model::ListSection section{{from.title, from.path}, from.total(), {}};
    for (const auto& article : from.articles) {
        if (section.articles.size() == static_cast<std::size_t>(articles)) break;
        section.articles.push_back(*article);
        section.articles.back().excerpt.clear();
    }
    lists_.at("/").sections.push_back(std::move(section));
}

// The list with this path, or the category with this name. Null if there is none.
const model::List* SiteLists::list_named(std::string_view name) const {
    std::string path(name);
    if (!path.empty() && path.back() != '/') path += '/';
    if (const auto found = lists_.find(path); found != lists_.end()) {
        return found->second.kind == ListKind::front ? nullptr : &found->second;
    }
    for (const auto& [each, list] : lists_) {
        if (list.kind == ListKind::category && lower_ascii(list.title) == lower_ascii(name)) {
            return &list;
        }
    }
    return nullptr;
}

void SiteLists::fill_front_page(const model::Site& site, const FrontConfig& config,
                                Diagnostics& diagnostics) {
    add_leads(site);
    if (!config.sections) {
        for (std::size_t i = 0; i < std::min(site.categories.size(), max_sections); ++i) {
            const auto list = lists_.find(site.categories[i].path);
            if (list != lists_.end()) add_section(list->second, config.section_articles);
        }
        return;
    }
    for (const auto& [name, position] : *config.sections) {
        if (const model::List* list = list_named(name)) {
            add_section(*list, config.section_articles);
            continue;
        }
        std::vector<std::string_view> names;
        for (const auto& [path, list] : lists_) {
            if (list.kind == ListKind::category) names.push_back(list.title);
        }
        const auto nearest = nearest_name(name, names);
        Diagnostic error;
        error.position = position;
        error.what = "front.sections: there is no category \"" + name + "\"";
        error.remedy = nearest ? "did you mean \"" + std::string(*nearest) + "\"?"
                               : "use the name of a category, or a path such as \"/tag/water/\"";
        diagnostics.push_back(std::move(error));
    }
}

model::ArticleSummary list_summary(const model::ArticleSummary& summary) {
    model::ArticleSummary copy = summary;
    copy.excerpt = cut_at_word(summary.excerpt, list_excerpt_characters);
    return copy;
}

}  // namespace broadsheet::press
