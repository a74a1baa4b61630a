#include "press/publication/list_translations.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string>
#include <utility>

#include "press/publication/site_terms.h"

namespace broadsheet::press {

namespace {

// The paths of an edition's lists of terms, below its own front page.
std::set<model::Path> term_lists(const OtherEdition& other, Generator generator) {
    std::vector<Article> outlines;  // what names terms, and decides how categories are nested
    for (const Article* article : other.articles) {
        if (article->kind != model::EntryKind::article) continue;
        Article& outline = outlines.emplace_back();
        outline.dated = article->dated;
        outline.date = article->date;
        outline.shown_path = article->shown_path;
        outline.fields.tags = article->fields.tags;
        outline.fields.terms = article->fields.terms;
        outline.fields.authors = article->fields.authors;
        outline.fields.categories = article->fields.categories;
    }
    std::set<model::Path> paths;
    const CategoryNesting nesting(outlines, nesting_setting(generator, *other.config));
    for (const Article& outline : outlines) {
        for_each_term(outline.fields, nesting.categories_of(outline), *other.config,
                      [&](const model::Path& path, const std::string&) { paths.insert(path); });
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
