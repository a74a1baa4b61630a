#include "press/publication/categories.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <string_view>
#include <utility>

#include "addresses/slug.h"
#include "press/config/taxonomies.h"
#include "press/publication/value_place.h"
#include "strings/ascii.h"
#include "strings/escape.h"

namespace broadsheet::press {

namespace {

// Longer ones, with those above them, are no names.
constexpr std::size_t longest_category = 2000;

CategoryPath split_path(std::string_view text) {
    CategoryPath path;
    std::string name;
    const auto end_name = [&] {
        if (const auto trimmed = strings::trimmed(name); !trimmed.empty()) {
            path.emplace_back(trimmed);
        }
        name.clear();
    };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool doubled = text.substr(i).starts_with("//");
        if (text[i] == '/' && !doubled) {
            end_name();
        } else {
            name += text[i];
            if (doubled) ++i;
        }
    }
    end_name();
    return path;
}

std::vector<const Article*> oldest_first(const std::vector<Article>& articles) {
    std::vector<const Article*> sorted;
    sorted.reserve(articles.size());
    for (const Article& article : articles) sorted.push_back(&article);
    const auto key = [](const Article* article) {
        return std::pair(article->dated ? model::seconds_since_epoch(article->date) : 0,
                         std::string_view(article->shown_path));
    };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const Article* left, const Article* right) {
        return key(left) < key(right);
    });
    return sorted;
}

// Calls `visit(name, slug, parent)` for each name of a list that is read as a path, root first.
// `parent` is the path above it, such as "/asia/".
template <typename Visit>
void for_each_place(const CategoryList& list, const Visit& visit) {
    std::string parent = "/";
    for (const std::string& name : list.names) {
        const std::string slug = addresses::term_slug(name);
        visit(name, slug, parent);
        parent += slug + "/";
    }
}

}  // namespace

std::optional<bool> nesting_setting(Generator generator, const SiteConfig& config) {
    if (generator == Generator::plain) return config.nested_categories;
    return config.nested_categories.value_or(false);
}

CategoryNesting::CategoryNesting(const std::vector<Article>& articles, std::optional<bool> setting)
    : setting_(setting) {
    if (setting_) return;
    for (const Article* article : oldest_first(articles)) {
        const CategoryList& list = article->fields.categories;
        if (!list.is_list) continue;
        for_each_place(list,
                       [&](const std::string&, const std::string& slug, const std::string& parent) {
                           Parents& parents = parents_[slug];
                           if (parents.uses.empty()) parents.oldest = parent;
                           ++parents.uses[parent];
                           ++parents.all;
                       });
    }
    for (const Article& article : articles) {
        const CategoryList& list = article.fields.categories;
        const Evidence evidence = evidence_of(list);
        if (evidence == Evidence::none) continue;
        const int change = evidence == Evidence::path ? 1 : -1;
        site_balance_ += change;
        branch_balances_[addresses::term_slug(list.names.front())] += change;
    }
}

// The oldest use decides between two that are equally frequent and rare, so that a new article does
// not change the addresses of older ones.
bool CategoryNesting::is_usual(const std::string& slug, const std::string& parent) const {
    const Parents& parents = parents_.at(slug);
    const auto uses = parents.uses.find(parent);
    if (uses == parents.uses.end()) return false;
    constexpr int rare = 3;
    const bool as_often = 2 * uses->second == parents.all && uses->second <= rare;
    return 2 * uses->second > parents.all || (as_often && parents.oldest == parent);
}

bool CategoryNesting::is_at_top(const std::string& slug) const { return is_usual(slug, "/"); }

CategoryNesting::Evidence CategoryNesting::evidence_of(const CategoryList& list) const {
    if (!list.is_list || list.names.size() < 2) return Evidence::none;
    bool is_path = true;
    bool is_flat = false;
    for_each_place(list,
                   [&](const std::string&, const std::string& slug, const std::string& parent) {
                       const bool top = is_at_top(slug);
                       is_flat = is_flat || top != (parent == "/");
                       is_path = is_path && is_usual(slug, parent);
                   });
    // A list such as [Sport, Local] says nothing if Local is usually below Culture.
    return is_flat ? Evidence::flat : is_path ? Evidence::path : Evidence::none;
}

bool CategoryNesting::is_nested(const std::string& top) const {
    if (setting_) return *setting_;
    const auto branch = branch_balances_.find(top);
    // A few lists prove little, so such a branch is read like the rest of the site.
    constexpr int sure = 3;
    if (branch != branch_balances_.end() && std::abs(branch->second) >= sure) {
        return branch->second > 0;
    }
    return site_balance_ > 0;
}

// False for a list such as [Asia, Sport] if Sport is a top category elsewhere: the article is in
// both.
bool CategoryNesting::is_path(const CategoryList& list) const {
    if (!list.is_list || list.names.empty()) return false;
    if (!is_nested(addresses::term_slug(list.names.front()))) return false;
    return setting_ ||
           std::none_of(list.names.begin() + 1, list.names.end(),
                        [&](const auto& name) { return is_at_top(addresses::term_slug(name)); });
}

std::vector<CategoryPath> CategoryNesting::categories_of(const SourceArticle& article) const {
    const CategoryList& list = article.fields.categories;
    std::vector<CategoryPath> result;
    std::set<model::Path> seen;
    const auto add = [&](CategoryPath path) {
        if (path.size() > deepest_category) path.resize(deepest_category);
        if (!path.empty() && seen.insert(category_path(path, path.size())).second) {
            result.push_back(std::move(path));
        }
    };
    if (is_path(list)) {
        CategoryPath path;
        for (const std::string& name : list.names) {
            for (std::string& part : split_path(name)) path.push_back(std::move(part));
        }
        add(std::move(path));
    } else {
        for (const std::string& name : list.names) add(split_path(name));
    }
    return result;
}

bool CategoryNesting::is_exception(const std::string& slug, const std::string& parent,
                                   bool in_branch) const {
    const auto found = parents_.find(slug);
    if (found == parents_.end()) return false;
    const Parents& parents = found->second;
    const std::string& oldest = parents.oldest;
    const std::string top = oldest == "/" ? slug : oldest.substr(1, oldest.find('/', 1) - 1);
    if (!in_branch && !is_nested(top)) return false;
    const auto here = parents.uses.find(parent);
    const int uses = here == parents.uses.end() ? 0 : here->second;
    // A category that is often in both places is meant to be there.
    constexpr int rarely = 3;
    return uses < parents.all && uses < rarely && 2 * uses <= parents.all &&
           !is_usual(slug, parent);
}

Diagnostics CategoryNesting::find_exceptions(const std::vector<Article>& articles,
                                             const SiteInput& input) const {
    Diagnostics found;
    if (setting_) return found;
    std::set<std::pair<std::string, std::string>> reported;
    for (const Article& article : articles) {
        const CategoryList& list = article.fields.categories;
        if (list.names.empty() || (!list.is_list && list.names.size() > 1)) continue;
        const bool in_branch = is_nested(addresses::term_slug(list.names.front()));
        for_each_place(
            list, [&](const std::string& name, const std::string& slug, const std::string& parent) {
                if (!is_exception(slug, parent, in_branch && list.is_list)) return;
                if (!reported.emplace(slug, parent).second) return;
                Diagnostic warning = place_of_value(article, name, input);
                warning.severity = Severity::warning;
                warning.what = "the category \"" + name +
                               (parent == "/" ? "\" is at the top here, but below another category"
                                              : "\" is elsewhere in other articles than") +
                               (parent == "/" ? " in other articles" : " below " + parent);
                warning.remedy =
                    "correct it, or set nested_categories in site.toml if this is intended";
                found.push_back(std::move(warning));
            });
    }
    return found;
}

Diagnostics CategoryNesting::find_too_deep(const std::vector<Article>& articles,
                                           const SiteInput& input) const {
    Diagnostics found;
    for (const Article& article : articles) {
        const CategoryList& list = article.fields.categories;
        std::size_t levels = 0;
        for (const std::string& name : list.names) {
            const std::size_t own = split_path(name).size();
            levels = is_path(list) ? levels + own : own;
            if (levels <= deepest_category) continue;
            Diagnostic warning = place_of_value(article, name, input);
            warning.severity = Severity::warning;
            warning.what = "this category is below more than " + std::to_string(deepest_category) +
                           " others, so the article is in the twentieth of them";
            warning.remedy = "use fewer levels";
            found.push_back(std::move(warning));
            break;
        }
    }
    return found;
}

Diagnostics CategoryNesting::find_lone_paths(const std::vector<Article>& articles,
                                             const SiteInput& input) const {
    Diagnostics found;
    if (setting_) return found;  // who sets it has thought about nesting
    std::map<std::string, std::set<model::Path>> below_top;
    for (const Article& article : articles) {
        for (const CategoryPath& path : categories_of(article)) {
            below_top[addresses::term_slug(path.front())].insert(category_path(path, path.size()));
        }
    }
    std::set<model::Path> reported;
    for (const Article& article : articles) {
        for (const std::string& name : article.fields.categories.names) {
            if (name.size() > longest_category) continue;
            const CategoryPath path = split_path(name);
            if (path.size() < 2) continue;
            const auto others = below_top.find(addresses::term_slug(path.front()));
            if (others == below_top.end() || others->second.size() > 1) continue;
            if (!reported.insert(category_path(path, path.size())).second) continue;
            Diagnostic warning = place_of_value(article, name, input);
            if (warning.position.line == 0) continue;  // written as a list within the list
            std::string whole;
            for (std::string part : path) {
                strings::replace_all(part, "/", "//");
                whole.append(whole.empty() ? "" : "//").append(part);
            }
            warning.severity = Severity::warning;
            warning.what = "the category " + strings::in_quotes(name) + " is read as " +
                           strings::in_quotes(path[1]) + " within " +
                           strings::in_quotes(path.front()) + ", which no other article uses";
            warning.remedy = "if the slash is part of the name, write " +
                             strings::in_quotes(whole) +
                             "; if not, set nested_categories in site.toml";
            found.push_back(std::move(warning));
        }
    }
    return found;
}

void Spellings::add(const model::Path& path, const std::string& name) { ++names_[path][name]; }

void Spellings::decide(const model::Path& path, const std::string& name) {
    if (const auto found = names_.find(path); found != names_.end()) found->second = {{name, 1}};
}

std::string Spellings::name(const model::Path& path) const {
    const auto found = names_.find(path);
    if (found == names_.end() || found->second.empty()) return {};
    const std::pair<const std::string, int>* best = &*found->second.begin();
    for (const auto& each : found->second) {
        if (each.second > best->second) best = &each;
    }
    return best->first;
}

std::vector<std::string> Spellings::names(const model::Path& path) const {
    std::vector<std::string> result;
    const auto found = names_.find(path);
    if (found == names_.end()) return result;
    for (const auto& [name, uses] : found->second) result.push_back(name);
    return result;
}

std::vector<model::Path> Spellings::paths() const {
    std::vector<model::Path> result;
    for (const auto& [path, names] : names_) result.push_back(path);
    return result;
}

model::Path category_path(const CategoryPath& category, std::size_t depth) {
    model::Path path = "/category/";
    for (std::size_t i = 0; i < depth && i < category.size(); ++i) {
        path += addresses::term_slug(category[i]) + "/";
    }
    return path;
}

model::Path tag_path(const std::string& name) { return "/tag/" + addresses::term_slug(name) + "/"; }

model::Path author_path(const std::string& name) {
    return "/author/" + addresses::term_slug(name) + "/";
}

}  // namespace broadsheet::press
