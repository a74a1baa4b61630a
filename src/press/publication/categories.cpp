#include "press/publication/categories.h"

#include <algorithm>
#include <set>
#include <utility>

#include "addresses/slug.h"
#include "press/base/files.h"
#include "press/values/source.h"

namespace broadsheet::press {

namespace {

CategoryPath split_path(const std::string& text) {
    CategoryPath path;
    std::size_t start = 0;
    while (start <= text.size()) {
        const std::size_t end = std::min(text.find('/', start), text.size());
        std::string name = text.substr(start, end - start);
        const auto first = name.find_first_not_of(' ');
        if (first != std::string::npos) {
            path.push_back(name.substr(first, name.find_last_not_of(' ') - first + 1));
        }
        start = end + 1;
    }
    return path;
}

// The position of a text in an article's file, which may no longer be in memory.
Diagnostic place_in_file(const Article& article, const std::string& text) {
    if (!article.text.empty()) return article.place_of(text);
    Article again;
    again.shown_path = article.shown_path;
    again.text = decode_text(read_file(article.file.location).value_or("")).text;
    return again.place_of(text);
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

CategoryNesting::CategoryNesting(const std::vector<Article>& articles, std::optional<bool> setting)
    : nested_(setting.value_or(false)), decided_here_(!setting) {
    if (!decided_here_) return;
    for (const Article& article : articles) {
        const CategoryList& list = article.fields.categories;
        if (!list.is_list) continue;
        for_each_place(list,
                       [&](const std::string&, const std::string& slug, const std::string& parent) {
                           Parents& parents = parents_[slug];
                           ++parents.uses[parent];
                           ++parents.all;
                       });
    }
    int paths = 0;
    int others = 0;
    for (const Article& article : articles) {
        const CategoryList& list = article.fields.categories;
        if (!list.is_list || list.names.size() < 2) continue;
        bool is_usual = true;
        for_each_place(list,
                       [&](const std::string&, const std::string& slug, const std::string& parent) {
                           const Parents& parents = parents_.at(slug);
                           is_usual = is_usual && 2 * parents.uses.at(parent) > parents.all;
                       });
        ++(is_usual ? paths : others);
    }
    nested_ = paths > others;
}

bool CategoryNesting::is_at_top(const std::string& slug) const {
    const auto found = parents_.find(slug);
    if (found == parents_.end()) return false;
    const auto top = found->second.uses.find("/");
    return top != found->second.uses.end() && 2 * top->second >= found->second.all;
}

// False for a list such as [Asia, Sport] if Sport is a top category elsewhere: the article is in
// both.
bool CategoryNesting::is_path(const CategoryList& list) const {
    if (!nested_ || !list.is_list) return false;
    return !decided_here_ ||
           std::none_of(list.names.begin() + (list.names.empty() ? 0 : 1), list.names.end(),
                        [&](const auto& name) { return is_at_top(addresses::term_slug(name)); });
}

std::vector<CategoryPath> CategoryNesting::categories_of(const Article& article) const {
    const CategoryList& list = article.fields.categories;
    std::vector<CategoryPath> result;
    std::set<model::Path> seen;
    const auto add = [&](CategoryPath path) {
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

Diagnostics CategoryNesting::find_exceptions(const std::vector<Article>& articles) const {
    Diagnostics found;
    if (!nested_ || !decided_here_) return found;
    std::set<std::pair<std::string, std::string>> reported;
    for (const Article& article : articles) {
        const CategoryList& list = article.fields.categories;
        if (!list.is_list) continue;
        for_each_place(
            list, [&](const std::string& name, const std::string& slug, const std::string& parent) {
                const Parents& parents = parents_.at(slug);
                const int uses = parents.uses.at(parent);
                // A category that is often in both places is meant to be there.
                constexpr int rarely = 3;
                const bool differs = uses < parents.all && 2 * uses <= parents.all && uses < rarely;
                if (!differs || !reported.emplace(slug, parent).second) return;
                Diagnostic warning = place_in_file(article, name);
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
