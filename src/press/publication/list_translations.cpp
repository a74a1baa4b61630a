#include "press/publication/list_translations.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "press/config/taxonomies.h"
#include "press/publication/author_profile.h"
#include "press/publication/categories.h"

namespace broadsheet::press {

namespace {

// The paths of an edition's lists of terms, below its own front page.
std::set<model::Path> term_lists(const OtherEdition& other, Generator generator) {
    std::set<model::Path> paths;
    std::vector<Article> outlines;  // what decides how categories are nested
    for (const Article* article : other.articles) {
        if (article->kind != model::EntryKind::article) continue;
        const Fields& fields = article->fields;
        for (const std::string& tag : fields.tags) paths.insert(tag_path(tag));
        for (const TermField& field : fields.terms) {
            for (const std::string& name : field.names) {
                paths.insert(term_path(field.taxonomy, name));
            }
        }
        for (const std::string& author : fields.authors) {
            paths.insert(path_of_author(*other.config, author));
        }
        Article& outline = outlines.emplace_back();
        outline.dated = article->dated;
        outline.date = article->date;
        outline.shown_path = article->shown_path;
        outline.fields.categories = fields.categories;
    }
    const CategoryNesting nesting(outlines, nesting_setting(generator, *other.config));
    for (const Article& outline : outlines) {
        for (const CategoryPath& category : nesting.categories_of(outline)) {
            for (std::size_t depth = 1; depth <= category.size(); ++depth) {
                paths.insert(category_path(category, depth));
            }
        }
    }
    return paths;
}

}  // namespace

void add_list_translations(model::Publication& publication, std::size_t own_edition,
                           Generator generator, const std::vector<OtherEdition>& others) {
    const std::vector<model::EditionLink>& editions = publication.site.editions;
    std::vector<std::pair<std::size_t, std::set<model::Path>>> lists;
    lists.reserve(others.size());
    for (const OtherEdition& each : others) {
        if (each.edition < editions.size()) {
            lists.emplace_back(each.edition, term_lists(each, generator));
        }
    }
    for (auto& [path, list] : publication.lists) {
        if (list.kind == model::ListKind::front || model::is_calendar(list.kind)) continue;
        std::set<std::size_t> found;
        for (const auto& [edition, paths] : lists) {
            if (paths.contains(path)) found.insert(edition);
        }
        if (found.empty()) continue;
        found.insert(own_edition);
        for (const std::size_t edition : found) {
            list.translations.push_back(
                {editions[edition].language, editions[edition].path + path.substr(1)});
        }
    }
}

}  // namespace broadsheet::press
