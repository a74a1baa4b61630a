#include "press/publication/categories.h"

#include <algorithm>
#include <set>
#include <utility>

#include "addresses/slug.h"

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

}  // namespace

bool look_nested(const std::vector<Article>& articles) {
    std::map<std::string, std::string> above;
    bool any = false;
    for (const Article& article : articles) {
        const CategoryList& list = article.fields.categories;
        if (!list.is_list) continue;
        std::string parent = "/";
        for (const std::string& name : list.names) {
            const std::string slug = addresses::slugify(name);
            if (!above.emplace(slug, parent).second && above[slug] != parent) return false;
            if (list.names.size() > 1) any = true;
            parent += slug + "/";
        }
    }
    return any;
}

std::vector<CategoryPath> categories_of(const Article& article, bool nested) {
    const CategoryList& list = article.fields.categories;
    std::vector<CategoryPath> result;
    std::set<model::Path> seen;
    const auto add = [&](CategoryPath path) {
        if (!path.empty() && seen.insert(category_path(path, path.size())).second) {
            result.push_back(std::move(path));
        }
    };
    if (nested && list.is_list) {
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
        path += addresses::slugify(category[i]) + "/";
    }
    return path;
}

model::Path tag_path(const std::string& name) { return "/tag/" + addresses::slugify(name) + "/"; }

model::Path author_path(const std::string& name) {
    return "/author/" + addresses::slugify(name) + "/";
}

}  // namespace broadsheet::press
