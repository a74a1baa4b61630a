// Suggestions for unknown paths: the lists and pages with the most similar names.
#include <algorithm>

#include "addresses/paths.h"
#include "addresses/slug.h"
#include "strings/edit_distance.h"
#include "strings/utf8.h"
#include "ui/phrases.h"
#include "views/build.h"
#include "views/parts.h"

namespace broadsheet::views {

using page::Node;
using page::Role;
using page::Style;
using ui::Phrase;

namespace {

constexpr std::size_t matches_shown = 6;
constexpr std::size_t longest_name = 80;  // bytes; longer paths are not compared

// The last segment of a path that contains letters, "lake" for "/2026/11/lake/".
std::string_view last_name(std::string_view path) {
    while (path.ends_with('/')) path.remove_suffix(1);
    if (path.ends_with(".html")) path.remove_suffix(5);
    return path.substr(path.rfind('/') + 1);
}

struct Match {
    double badness = 0;  // 0: same name, 1: nothing in common
    std::string name;
    model::Path path;
    std::size_t number = 0;  // order of the suggestions
};

class Search {
  public:
    explicit Search(std::string_view asked)
        : name_(
              strings::code_points(addresses::slugify(last_name(asked).substr(0, longest_name)))) {}

    void offer(const std::string& name, const model::Path& path) {
        if (path.empty() || path[0] != '/') return;
        const std::u32string other = strings::code_points(last_name(path).substr(0, longest_name));
        const std::size_t longest = std::max(name_.size(), other.size());
        const std::size_t apart = strings::edit_distance(name_, other, longest / 2);
        if (apart * 2 >= longest) return;
        const double badness = static_cast<double>(apart) / static_cast<double>(longest);
        matches_.push_back({badness, name, path, matches_.size()});
    }

    void offer_tree(const std::vector<model::CategoryNode>& categories) {
        for (const model::CategoryNode& category : categories) {
            offer(category.name, category.path);
            offer_tree(category.children);
        }
    }

    std::vector<Match> take() {
        std::sort(matches_.begin(), matches_.end(), [](const Match& left, const Match& right) {
            return left.badness != right.badness ? left.badness < right.badness
                                                 : left.number < right.number;
        });
        if (matches_.size() > matches_shown) matches_.resize(matches_shown);
        return std::move(matches_);
    }

  private:
    std::u32string name_;
    std::vector<Match> matches_;
};

// Suggests the month and day in the path, such as "/2026/11/lake/". They may be correct even if the
// rest is not.
void offer_dates(std::vector<Match>& matches, const model::Site& site, std::string_view asked) {
    if (asked.size() < 9 || asked[0] != '/' || asked[5] != '/' || asked[8] != '/') return;
    for (const model::ArchiveMonth& month : site.archive) {
        const model::Path path = addresses::month_path(month.year, month.month);
        if (asked.starts_with(path)) {
            matches.push_back({0,
                               phrase(site, Phrase::everything_of,
                                      {ui::month_title(site, month.year, month.month)}),
                               path});
        }
    }
}

}  // namespace

Node matches_view(const model::Publication& publication, std::string_view asked) {
    if (asked.empty()) return element(Role::group, Style::none);
    const model::Site& site = publication.site;
    Search search(asked);
    search.offer_tree(site.categories);
    for (const model::TagCount& tag : site.top_tags) search.offer(tag.name, tag.path);
    for (const auto* menu : {&site.main_menu, &site.utility_menu, &site.footer_menu}) {
        for (const model::Link& entry : *menu) {
            search.offer(entry.title, entry.target);
            for (const model::Link& child : entry.children) search.offer(child.title, child.target);
        }
    }
    for (const model::ArticleSummary& article : site.recent) {
        search.offer(article.title, article.path);
    }
    for (const auto& [path, entry] : publication.entries) {
        search.offer(entry.summary.title, path);
    }
    std::vector<Match> matches = search.take();
    offer_dates(matches, site, asked);
    if (matches.empty()) return element(Role::group, Style::none);
    Node list = element(Role::list, Style::matches);
    for (const Match& match : matches) {
        list.children.push_back(item_of(link(Style::match_link, match.path, match.name)));
    }
    std::vector<Node> children;
    children.push_back(std::move(list));
    return widget(phrase(site, Phrase::did_you_mean), std::move(children));
}

}  // namespace broadsheet::views
